"""dbt as a child, of a command or of Dagster: `python -m orchestration.dbt_process <arguments>`.

Belongs here: what differs from the plain `dbt`: it ends with its parent, collects no garbage, and
one parse of the project serves every database file. Does not: which arguments (dbt.py).
"""

import gc
import os
import sys
import threading
import time

from orchestration.settings import SECRETS


def end_with_parent(every: float = 0.1) -> None:
    """End this process soon after the one that started it ended, by whatever death."""
    parent = os.getppid()

    def is_there() -> bool:
        if os.name != "nt":  # an orphan gets another parent
            return os.getppid() == parent
        import psutil

        return psutil.pid_exists(parent)

    def watch() -> None:
        while is_there():
            time.sleep(every)
        # not sys.exit: nothing may go on writing; what is half written is a candidate, no release
        os._exit(3)

    threading.Thread(target=watch, name="end_with_parent", daemon=True).start()


def parse_once_for_every_file() -> None:
    """Leave the place of the database out of what decides whether the saved parse still holds.

    dbt hashes the whole profile; no model of this project reads a path from it.
    """
    from dbt.adapters.duckdb.credentials import DuckDBCredentials

    whole = DuckDBCredentials.connection_info

    def connection_info(self, **options):
        for key, value in whole(self, **options):
            if key == "path":
                yield key, "target/warehouse.build.duckdb"
            elif key == "settings":
                yield key, {**value, "temp_directory": "target/duckdb_tmp"}
            else:
                yield key, value

    DuckDBCredentials.connection_info = connection_info


def forget_secrets() -> None:
    """Take keys and addresses out of the environment: no model may read them."""
    for name in SECRETS:
        os.environ.pop(name, None)


def main() -> None:
    """Run dbt with the arguments of this process."""
    forget_secrets()
    end_with_parent()
    gc.disable()  # a fifth of a parse is looking for garbage that is not there

    from dbt.cli.main import cli

    parse_once_for_every_file()
    sys.argv[0] = "dbt"
    cli()


if __name__ == "__main__":
    main()
