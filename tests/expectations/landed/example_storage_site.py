"""Example sites of battery storage. Looks for a lost boundary case, and for capacities that slipped a digit."""

import vocabulary as v

DERIVED = {
    "capacity": "try_cast(capacity_kwh as double)",
    "sites": "count(*) over ()",
    "on_a_bound": "count(*) filter (where capacity_kwh in ('10', '20', '250', '600')) over ()",
    "just_above": "count(*) filter (where capacity_kwh like '%.1') over ()",
}

EXPECTATIONS = [
    v.between("capacity", 10, 601, "kWh, all near the bounds of 10, 20, 250 and 600"),
    v.filled("capacity", 1, "every capacity is a number"),
    v.between("on_a_bound", 5, None, "each bound has a site"),
    v.between("just_above", 5, None, "and one just above"),
    v.between("sites", 19, 19, "19 sites"),
    v.codes("source_release_key", ["example_factory"], "made up, and says so"),
]
