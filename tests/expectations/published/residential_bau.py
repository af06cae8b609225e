"""Homes without measures. Looks for crossed percentiles and a wrong power of ten."""

import vocabulary as v

DERIVED = {
    "lowest_step": """least(p25_value - p5_value, p50_value - p25_value, p75_value - p50_value,
        p95_value - p75_value)""",
    "emissions_mt": "case when measure_code = 'emissions' then p50_value / 1e6 end",
    "parts_error": """sum(case measure_code when 'emissions' then mode_value
        when 'electricity' then 0 when 'fuel' then 0 else -mode_value end)
        over (partition by year)""",
    "spread": """case when measure_code = 'emissions'
        then (p95_value - p5_value) / p50_value end""",
}

EXPECTATIONS = [
    v.between("lowest_step", 0, None, "percentiles rise"),
    v.balanced("parts_error", 1, "end uses make the whole"),
    v.between("emissions_mt", 10, 60, "million tonnes of all homes"),
    v.between("spread", 0.001, 1, "a band, not a point and not a guess", severity="warning"),
]
