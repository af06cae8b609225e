"""`python3 -m orchestration <command>`: works on a bare Python, before anything is installed."""

import sys
from pathlib import Path

if not __package__:  # started as `python3 some/where/orchestration`
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from orchestration.bootstrap import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
