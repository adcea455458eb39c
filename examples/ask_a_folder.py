"""How do I ask a folder? The library in ten lines: python -m examples.ask_a_folder FOLDER QUESTION"""

import sys
from pathlib import Path

from retrieval import Librarian, RetrievalSettings

if __name__ == "__main__":
    librarian = Librarian.open(Path(sys.argv[1]), RetrievalSettings())
    answer = librarian.ask(" ".join(sys.argv[2:]))
    print("The documents answer:" if answer.answered else "The documents do not answer this. Nearest:")
    for excerpt in answer.excerpts:
        print(f"\n{excerpt.text}\n  {excerpt.document.id}, line {excerpt.lines[0]}")
