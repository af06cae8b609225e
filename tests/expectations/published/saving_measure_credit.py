"""What measures count by year. Looks for savings doubled at the year end."""

import vocabulary as v

DERIVED = {
    "months_of_measure": """sum(months_count)
        over (partition by source_kind_code, organisation_id, measure_id)""",
}

EXPECTATIONS = [
    v.between("months_of_measure", 1, 12, "a measure counts for at most twelve months"),
    v.between("counted_kwh", 0, 1e10, "kWh of one measure", severity="warning"),
]
