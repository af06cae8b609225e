"""What measures count by year. Looks for savings lost or doubled at the year end, and for months beyond twelve."""

import vocabulary as v


def of(measure: str, year: int, value: str = "counted_kwh") -> str:
    """A value of one measure of the made-up food works, as SQL."""
    return f"""case when input_code = 'example' and organisation_id = 'example_foods' and measure_id = '{measure}'
        and year = {year} then {value} end"""


OF_MEASURE = "(partition by input_code, organisation_id, measure_id)"

DERIVED = {
    "months_of_measure": f"sum(months_count) over {OF_MEASURE}",
    "years_of_measure": f"count(*) over {OF_MEASURE}",
    "begins_too_early": """(kind <> 'demand_response' and first_counted_day <= start_date)::integer""",
    "begins_too_late": """(kind <> 'demand_response' and date_diff('month', start_date, first_counted_day) <> 1)::integer""",
    "refused_but_counted": "case when not is_counted then counted_kwh end",
    "counted_otherwise": "case when is_counted then abs(counted_kwh - equivalent_kwh) end",
    "heat_off": "case when kind = 'heat' then abs(equivalent_kwh - saved_kcal / 860 * conversion_pct / 100) end",
    "early_heat": "(kind = 'heat' and is_counted and start_date < date '2020-01-01')::integer",
    "wrong_factor": "(kind = 'heat' and conversion_pct not in (10, 20, 40))::integer",
    "june_2015_kwh": of("M01", 2015),
    "june_2016_kwh": of("M01", 2016),
    "january_2017_kwh": of("M02", 2017),
    "january_2018_kwh": of("M02", 2018),
    "december_2018_kwh": of("M03", 2018),
    "november_2018_kwh": of("M04", 2018),
    "heat_2019_12_31_kwh": of("M05", 2020),
    "heat_2020_01_01_kwh": of("M06", 2020),
    "response_kwh": of("M07", 2021),
    "unproven_kwh": of("M08", 2022),
    "one_month_kwh": of("M09", 2021),
    "without_a_year_kwh": of("M13", 2026),
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.contains("kind", ["electricity", "heat", "demand_response", "own_renewable"], "the example has all four"),
    v.contains("not_counted_reason", ["heat_before_2020", "no_proof", "no_year_row"], "and what does not count"),
    v.between("months_of_measure", 1, 12, "at most twelve months"),
    v.between("years_of_measure", 1, 2, "which lie in two years at most"),
    v.between("begins_too_early", 0, 0, "from the month after the start"),
    v.between("begins_too_late", 0, 0, "and no later"),
    v.between("refused_but_counted", 0, 0, "what does not count is 0"),
    v.between("counted_otherwise", 0, 0, "what counts, counts in full: the cap comes later"),
    v.between("heat_off", 0, 0.001, "kcal / 860 x factor"),
    v.between("early_heat", 0, 0, "heat from ROC 109 on"),
    v.between("wrong_factor", 0, 0, "40, 20 or 10 %"),
    v.between("june_2015_kwh", 600_000, 600_000, "July to December of 1,200,000 kWh"),
    v.between("june_2016_kwh", 600_000, 600_000, "January to June"),
    v.between("january_2017_kwh", 605_000, 605_000, "eleven months of 660,000 kWh"),
    v.between("january_2018_kwh", 55_000, 55_000, "one month"),
    v.between("december_2018_kwh", 900_000, 900_000, "from 31 December: all in the next year"),
    v.between("november_2018_kwh", 60_000, 60_000, "December alone"),
    v.between("heat_2019_12_31_kwh", 0, 0, "one day too early"),
    v.between("heat_2020_01_01_kwh", 91_666.666, 91_666.668, "eleven months of 100,000 kWh"),
    v.between("response_kwh", 8_000, 8_000, "2,000 kW x 4 h, in its own year"),
    v.between("unproven_kwh", 0, 0, "no statement of the power company"),
    v.between("one_month_kwh", 50_000, 50_000, "one month, July"),
    v.between("without_a_year_kwh", 0, 0, "nobody stated the electricity of 2026"),
]
