"""What becomes of damaged files: by contract, by kind of damage, the slowest, the memory.

The seeded run of tests/python/test_mutants.py with larger numbers; nothing is kept.

    .venv/bin/python benchmarks/hostile_files.py
    .venv/bin/python benchmarks/hostile_files.py --each 200 --seed 7 --only ghg_p_01

Belongs here: running, counting, timing. Does not: the damage (tests/python/mutants*.py).
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "python")]

import mutants_archive  # noqa: E402, F401 - the kinds of damage enter themselves
import mutants_encoding  # noqa: E402, F401
import mutants_place  # noqa: E402, F401
import mutants_text  # noqa: E402, F401
from base_files import contracts  # noqa: E402
from mutants import drawn, land, told  # noqa: E402


def main() -> int:
    """Print the tables; 1 if a mutant met a traceback or a wrong total."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=27, help="mutants of each contract")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--only", nargs="*", default=sorted(contracts()), help="contracts")
    given = parser.parse_args()
    os.fsync = lambda descriptor: None  # the disk is not what is measured
    outcomes: dict[str, Counter] = {}
    kinds: dict[str, Counter] = {}
    slow, wrong = [], []
    for dataset in given.only:
        for mutant in drawn(dataset, given.each, given.seed):
            folder = Path(tempfile.mkdtemp())
            start = time.process_time()
            verdict = land(mutant, folder)
            slow.append((time.process_time() - start, mutant.what, dataset, mutant.base.kind))
            outcomes.setdefault(dataset, Counter())[verdict.outcome] += 1
            kinds.setdefault(mutant.what, Counter())[verdict.outcome] += 1
            wrong += [told(mutant, verdict)] if verdict.faults else []
            shutil.rmtree(folder)
    for title, counted in (("contract", outcomes), ("damage", kinds)):
        names = sorted({outcome for counter in counted.values() for outcome in counter})
        print(f"\n| {title} | files | {' | '.join(names)} |\n|---|{'---|' * (len(names) + 1)}")
        for name, counter in [*sorted(counted.items()), ("all", sum(counted.values(), Counter()))]:
            cells = " | ".join(str(counter[outcome]) for outcome in names)
            print(f"| {name} | {counter.total()} | {cells} |")
    print("\nSlowest (CPU seconds):", *sorted(slow, reverse=True)[:8], sep="\n  ")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"Peak memory of all: {peak} MB\nWrong: {len(wrong)}", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
