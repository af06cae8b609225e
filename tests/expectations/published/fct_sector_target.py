"""Targets. Looks for a wrong unit and for parts that do not add up to the whole."""

import vocabulary as v

DERIVED = {
    "whole_less_parts": """sum(case sector_code when 'residential_commercial' then mtco2e else -mtco2e end)
        over (partition by period_kind)::double""",
    "mt_error": "tco2e - mtco2e::double * 1e6",
    "residential_2030": "case when sector_code = 'residential' and period_kind = 'year' then tco2e end",
    "five_years": "case when sector_code = 'residential_commercial' and period_kind = 'period' then tco2e end",
}

EXPECTATIONS = [
    v.row_count(6, "two sectors and both, 2030 and five years"),
    v.between("whole_less_parts", -1e-9, 1e-9, "18.675 + 18.656 = 37.331 and 105.458 + 113.278 = 218.736"),
    v.between("mt_error", -0.01, 0.01, "a million tonnes is a million tonnes"),
    v.between("residential_2030", 18_675_000, 18_675_000, "18.675 Mt"),
    v.between("five_years", 218_736_000, 218_736_000, "218.736 Mt"),
    v.codes("last_year", [2030], "all end in 2030"),
]
