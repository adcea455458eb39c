"""What does `make bench` measure? The time of a question, beside a plain rank-bm25, on corpora of growing size."""

import sys

from benchmarks.speed import report

if __name__ == "__main__":
    sys.stdout.write(report() + "\n")
