"""Electricity-saving rates. Looks for ratios in the place of per cent and lost parts."""

import vocabulary as v

DERIVED = {
    "parts_missed": """saved_kwh - electricity_measures_kwh - own_renewable_kwh
        - demand_response_kwh - heat_counted_kwh""",
}

EXPECTATIONS = [
    v.balanced("parts_missed", 0.01, "the parts are the whole"),
    v.median("saving_rate_pct", 0.1, 20, "per cent, not a ratio"),
]
