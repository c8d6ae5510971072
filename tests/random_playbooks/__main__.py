"""Many playbooks by chance: `python -m tests.random_playbooks 2000` builds so many, `--only 17` the one of a number.

What the check refuses is counted apart, and does not count as built. The number of each that fails is printed, with
why; a number always makes the same playbook. `--keep FOLDER` with `--only` writes the playbook there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.random_playbooks.building import BUILT, FAILED, outcome
from tests.random_playbooks.making import make


def main() -> int:
    """Run as many as are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.random_playbooks")
    parser.add_argument("number", type=int, nargs="?", default=100, help="how many shall be built")
    parser.add_argument("--from", type=int, default=1, dest="first", help="the number of the first")
    parser.add_argument("--only", type=int, help="the number of one playbook")
    parser.add_argument("--keep", type=Path, help="a folder for that playbook")
    asked = parser.parse_args()
    if asked.only is not None:
        if asked.keep:
            asked.keep.mkdir(parents=True)
            make(asked.only, asked.keep)
        print(*outcome(asked.only), sep="\n")
        return 0
    counted: Counter[str] = Counter()
    failed: list[int] = []
    seed, begun = asked.first, time.monotonic()
    while counted[BUILT] + counted[FAILED] < asked.number:
        what, why = outcome(seed)
        counted[what] += 1
        if what == FAILED:
            failed.append(seed)
            print(f"\nplaybook {seed} passes the check and fails:\n{why}", flush=True)
        seed += 1
        if sum(counted.values()) % 10 == 0:
            print(f"{dict(counted)} after {time.monotonic() - begun:.0f} s, next: {seed}", flush=True)
    print(f"{dict(counted)} in {time.monotonic() - begun:.0f} s; failed: {failed or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
