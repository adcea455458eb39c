"""How do I ask a folder? The library in ten lines: python -m examples.ask_a_folder FOLDER QUESTION"""

import sys
from pathlib import Path

from retrieval import Librarian, RetrievalSettings

if __name__ == "__main__":
    librarian = Librarian.open(Path(sys.argv[1]), RetrievalSettings())
    answer = librarian.ask(" ".join(sys.argv[2:]))
    said = {"answer": "The documents answer:", "closest": "They may not answer this. Closest:"}
    print(said.get(answer.status, "The documents do not answer this."))
    for excerpt in answer.excerpts if answer.status != "none" else ():
        print(f"\n{excerpt.text}\n  {excerpt.document.id}, line {excerpt.lines[0]}")
