"""Shares and thresholds of CBAM by year. Looks for a share that falls, a year without one, and a swapped factor."""

import vocabulary as v

DERIVED = {
    "share": "case when rule_code = 'phase_in' and sector_code is null then value::double end",
    "step": """case when rule_code = 'phase_in' and sector_code is null then value::double - lag(value::double) over (
        partition by rule_code, sector_code order by valid_from_year::integer) end""",
    "share_2026": "case when rule_code = 'phase_in' and sector_code is null and valid_from_year = '2026' then value::double end",
    "share_2030": "case when rule_code = 'phase_in' and valid_from_year = '2030' then value::double end",
    "share_2034": "case when rule_code = 'phase_in' and valid_from_year = '2034' then value::double end",
    "threshold": "case when rule_code = 'de_minimis' then value::double end",
    "mark_up": "case when rule_code = 'default_mark_up' then value::double end",
    "mark_up_fertilisers": "case when rule_code = 'default_mark_up' and sector_code = 'fertilisers' then value::double end",
    "open_rules": "count(*) filter (where valid_to_year is null) over (partition by rule_code, sector_code)",
    # a year between two rows would have no share
    "gap_years": """valid_from_year::integer - 1 - lag(valid_to_year::integer) over (
        partition by rule_code, sector_code order by valid_from_year::integer)""",
}

EXPECTATIONS = [
    v.codes("rule_code", ["phase_in", "default_mark_up", "de_minimis"], "three rules"),
    v.between("share", 2.5, 100, "per cent of emissions that need certificates"),
    v.between("step", 2.5, 26, "the share rises every year; the factor of the law falls"),
    v.between("share_2026", 2.5, 2.5, "100 % less 97.5 %"),
    v.between("share_2030", 48.5, 48.5, "100 % less 51.5 %"),
    v.between("share_2034", 100, 100, "no free allocation from 2034"),
    v.between("threshold", 50, 50, "50 t a year and importer"),
    v.between("mark_up", 0, 30, "per cent"),
    v.between("mark_up_fertilisers", 1, 1, "1 % for fertilisers"),
    v.between("open_rules", 1, 1, "one row of every rule is in force"),
    v.between("gap_years", 0, 0, "no year between two rows, and none twice"),
    v.filled("source", 1, "every rule names its source"),
]
