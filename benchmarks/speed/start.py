"""How long does a fresh process take until its first answer? Opens an index, asks once, and is gone.

    python -m benchmarks.speed.start ENGINE FOLDER QUESTION

It writes the seconds of opening and searching; who started it measures the whole. It loads nothing else.
"""

import sys
import time
from pathlib import Path

from benchmarks.speed.engines import engine

if __name__ == "__main__":
    adapter = engine(sys.argv[1])
    start = time.perf_counter()
    adapter.open(Path(sys.argv[2])).search(sys.argv[3], 10)
    sys.stdout.write(f"{time.perf_counter() - start}\n")
