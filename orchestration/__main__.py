"""`python3 -m orchestration <command>`: works on a bare Python, before anything is installed.

Written so that a Python that is too old can still read it and say so.
"""

import sys

if sys.version_info < (3, 11):
    found = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(
        "Python 3.11 or newer is needed; this is Python " + found + "."
        " Install one and run, for instance: python3.11 -m orchestration build"
    )

if not __package__:  # started as `python3 some/where/orchestration`
    sys.path[0] = __file__.rsplit("orchestration", 1)[0] or "."

from orchestration.bootstrap import main

sys.exit(main(sys.argv[1:]))
