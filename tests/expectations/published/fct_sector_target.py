"""Targets of sectors. Looks for a wrong unit and for parts that do not make the whole."""

import vocabulary as v

DERIVED = {
    "whole_less_parts": """sum(case sector_code when 'residential_commercial' then tco2e
        else -tco2e end) over (partition by period_kind)""",
    "mt": "tco2e / 1e6",
}

EXPECTATIONS = [
    v.balanced("whole_less_parts", 2_000, "the sectors make the whole, as printed"),
    v.between("mt", 5, 500, "million tonnes"),
]
