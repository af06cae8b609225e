"""A part of the service as a child: `python -m orchestration.service_process <module> <arguments>`.

Belongs here: it ends with its parent, by whatever death. Does not: which parts (serve.py).
"""

import os
import runpy
import signal
import sys
import threading
import time

PATIENCE = 20  # seconds to end by itself


def end_with_parent() -> None:
    """End this process when the other end of its standard input is closed."""

    def watch() -> None:
        while os.read(0, 1024):
            pass
        if os.name != "nt":
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(PATIENCE)
        os._exit(3)

    threading.Thread(target=watch, name="end_with_parent", daemon=True).start()


def main() -> None:
    """Run the module named first as a program, with the other arguments."""
    end_with_parent()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
