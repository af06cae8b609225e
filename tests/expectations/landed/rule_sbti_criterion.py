"""Criteria of the SBTi. Looks for wrong numbers, holes and overlaps between versions, and a lost reading."""

import vocabulary as v

# criterion: number of the newest text, as the design names them
NUMBERS = {
    "s12_coverage": 95,
    "s3_target_needed": 0.4,
    "s3_near_term_coverage": 67,
    "s3_long_term_coverage": 90,
    "long_term_year": 2050,
    "long_term_year_power": 2040,
    "s12_near_term_absolute": 4.2,
    "s3_near_term_absolute": 2.5,
    "s3_near_term_intensity": 7,
    "long_term_absolute": 90,
    "long_term_intensity": 97,
    "renewable_electricity": 80,
    "long_term_needed": 10,
    "recalculation": 5,
    "review": 5,
}

DERIVED = {
    **{
        f"number_{code}": f"case when criterion_code = '{code}' and criteria_version <> 'criteria_v4' then required_value end"
        for code in NUMBERS
    },
    "base_year_number": "case when criterion_code = 'base_year' then required_value end",
    "supplier_years": "case when criterion_code = 'supplier_engagement' then maximum_value end",
    "commitment_years": "case when criterion_code = 'commitment' then required_value end",
    "old_rate": "case when criterion_code = 's12_near_term_absolute' and criteria_version = 'criteria_v4' then required_value end",
    "window_years": "case when criterion_code = 'near_term_window' then required_value || ' ' || maximum_value end",
    "first_half": "case when criterion_code = 'near_term_window' and first_half_shift_year is not null then reading end",
    # a version begins the day after the one before it ends
    "days_between": """date_diff('day', lag(valid_to) over (partition by criterion_code, reading order by valid_from nulls first), valid_from)""",
    "ends_early": "(valid_to > date '2027-12-31')::integer",
    "reversed": "(valid_from >= valid_to)::integer",
    "tolerance": "case when comparison_code in ('linear', 'compound') then tolerance_value end",
}

EXPECTATIONS = [
    *[v.between(f"number_{code}", number, number, "as the criteria print it") for code, number in NUMBERS.items()],
    v.codes("base_year_number", [2015], "not before 2015"),
    v.codes("supplier_years", [5], "within five years"),
    v.codes("commitment_years", [2], "24 months"),
    v.codes("old_rate", [2.5], "well below 2 C up to 2022-07-14"),
    v.codes("window_years", ["5.0 10.0", "5.0 15.0"], "5 to 10 years, before that 5 to 15"),
    v.codes("first_half", ["official_v1_2"], "only the official text knows halves of a year"),
    v.between("days_between", 1, 1, "no hole and no overlap between versions"),
    v.between("ends_early", 0, 0, "version 2.0 is mandatory from 2028: these end before"),
    v.between("reversed", 0, 0, "a version begins before it ends"),
    v.codes("tolerance", [0.05], "0.05 points"),
    v.codes("reading", ["newsletter", "official_v1_2"], "two readings"),
    v.filled("source", 1, "every number names its source"),
]
