"""Does a view tell of other folders? `python -m benchmarks.rights [ACTS] [SEED]` does random acts and counts leaks."""

import sys
import tempfile
from pathlib import Path

from benchmarks.rights import folders
from benchmarks.rights.same import differences

ACTS = 10_000


def main(acts: int = ACTS, seed: int = 0) -> int:
    """Tells each difference and their number; 1 if there is any."""
    with tempfile.TemporaryDirectory() as place:
        folders.write(Path(place))
        found = 0
        for difference in differences(Path(place), acts, seed):
            found += 1
            sys.stdout.write(f"{difference[:500]}\n")
    sys.stdout.write(f"{acts} acts, {found} differences or leaks\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
