"""Kills the real build again and again, and the small commands more often than a test can.

    .venv/bin/python benchmarks/kills.py --builds 15 --folder /tmp/kills      # the real build
    NETZERO_KILLS=1000 NETZERO_SEED=7 .venv/bin/python tests/python/crashes.py /tmp/more
    NETZERO_PUBLISHES=200 .venv/bin/python -m pytest tests/python/test_readers.py

A copy of the project in FOLDER is built, killed and built whole after each kill: the command alone,
its process group, its dbt alone, each at a change of the disk or at a moment drawn by the seed. A
finding ends it with 1. With `--disk`, run as a user who may mount, the releases and the candidate
lie on a file system of that many MB, and what a full disk says is printed.

Belongs here: the long version. Does not: what must hold (tests/python/crashes.py).
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "python"), str(ROOT)]

from crash_builds import Builds, faults_of, kill_builds, real_build  # noqa: E402
from project_copy import copy_project, settings_of  # noqa: E402


def full_disk(root: Path, megabytes: int) -> int:
    """A whole build, then one on a disk that is full, then one with space again."""
    settings, builds = settings_of(root), Builds(root)
    for path in (settings.target_dir, settings.publish_dir):
        path.mkdir(exist_ok=True)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(path)]
        subprocess.run(mount, check=True)
    try:
        failed = builds.whole() or faults_of(settings)(True)
        for path in (settings.publish_dir, settings.target_dir):
            ballast = path / "ballast"
            with ballast.open("wb") as file:
                left = shutil.disk_usage(path).free - 8_000_000
                file.write(bytes(max(0, left)))
            print(f"\n{path.name} is full:\n{(builds.whole() or 'it went through')[-700:]}")
            failed = failed or faults_of(settings)(False)
            ballast.unlink()
        failed = failed or builds.whole() or faults_of(settings)(True)
        print(failed or "\nThe release stayed whole, and the next build succeeded.")
        return bool(failed)
    finally:
        for path in (settings.target_dir, settings.publish_dir):
            subprocess.run(["umount", str(path)], check=False)


def main() -> int:
    """Returns 1 if anything was found."""
    told = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    told.add_argument("--builds", type=int, default=15, help="kills of the real build")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--folder", type=Path, required=True, help="is made, must not exist")
    told.add_argument("--disk", type=int, help="MB of the two file systems")
    asked = told.parse_args()
    root = asked.folder / "project"
    copy_project(root)
    if asked.disk:
        return full_disk(root, asked.disk)
    report = kill_builds(real_build(root), asked.builds, asked.seed)
    print(json.dumps(vars(report), indent=1))
    return bool(report.faults)


if __name__ == "__main__":
    sys.exit(main())
