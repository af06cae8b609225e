"""National energy indicators. Looks for intensities in another unit, or a row off.

The other series are judged where they land (landed/energy_indicators.py): the embedded default has
the intensity of industry alone.
"""

import vocabulary as v

DERIVED = {
    "year_over_year": """industry_energy_intensity_loe_per_twd1000
        / lag(industry_energy_intensity_loe_per_twd1000) over (order by year)""",
}

EXPECTATIONS = [
    v.rows(10, 200, "a year a row, since 2003"),
    v.between("industry_energy_intensity_loe_per_twd1000", 0.1, 20, "of a nation"),
    v.between("year_over_year", 0.85, 1.1, "no year changes an industry by more"),
    v.between("industry_intensity_change_pct", -90, 50, "since the base year"),
]
