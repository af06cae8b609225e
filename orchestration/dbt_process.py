"""dbt as the child of a command: started as `python -m orchestration.dbt_process <arguments>`.

Belongs here: what differs from the plain `dbt`: it ends with its parent, collects no garbage, and
one parse of the project serves every database file. Does not: which arguments (dbt.py).
"""

import gc
import os
import sys
import threading


def end_with_parent() -> None:
    """End this process when the other end of its standard input is closed, by whatever death."""

    def watch() -> None:
        while os.read(0, 1024):
            pass
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


def main() -> None:
    """Run dbt with the arguments of this process."""
    gc.disable()  # a fifth of a parse is looking for garbage that is not there
    end_with_parent()

    from dbt.cli.main import cli

    parse_once_for_every_file()
    sys.argv[0] = "dbt"
    cli()


if __name__ == "__main__":
    main()
