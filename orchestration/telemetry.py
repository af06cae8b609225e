"""No tool reports usage over the network: the one list of switches, which every command sets.

Belongs here: names and values of the variables. Does not: Dagster's own switch, which it reads
from dagster.yaml alone (dev.py sees to it). dbt_project.yml says the same for a plain `dbt`.
"""

import os
from collections.abc import MutableMapping

OFF = {
    "DO_NOT_TRACK": "1",  # dbt, uv and others
    "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    "GX_ANALYTICS_ENABLED": "false",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    # should a home still say otherwise, what Dagster sends ends on this machine
    "DAGSTER_TELEMETRY_URL": "http://127.0.0.1:9/",
}


def switch_off(environment: MutableMapping[str, str] | None = None) -> None:
    """Set every switch in `environment` (default: os.environ), whatever it said before."""
    (os.environ if environment is None else environment).update(OFF)
