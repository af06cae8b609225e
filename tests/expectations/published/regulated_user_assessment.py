"""Thresholds of energy users. Looks for > taken for >=, silence taken for clearance, and duties without articles."""

import vocabulary as v

CODES = (
    *("coal", "coal_monthly", "fuel_oil", "natural_gas", "electricity", "renewable", "steam", "chiller"),
    *("ghg_registration", "carbon_fee"),
)
# As annex 2, annex 3, the renewable rule and the rules on emissions print them.
THRESHOLD = """case threshold_code when 'coal' then 6000 when 'fuel_oil' then 6000 when 'natural_gas' then 10000000
    when 'electricity' then 800 when 'steam' then 100 when 'chiller' then 100 when 'coal_monthly' then 1000
    when 'renewable' then 5000 when 'ghg_registration' then 25000 when 'carbon_fee' then 25000 end"""


def of(facility_id: str, value: str) -> str:
    """A value of one made-up plant of 2024, as SQL."""
    return f"case when input_code = 'example' and facility_id = '{facility_id}' and year = 2024 then {value} end"


EXCEEDED = (
    "count(*) filter (where status = 'exceeded') over (partition by input_code, organisation_id, facility_id, year)"
)

DERIVED = {
    "thresholds_of_plant": "count(*) over (partition by input_code, organisation_id, facility_id, year)",
    "threshold_twice": "count(*) over (partition by input_code, organisation_id, facility_id, year, threshold_code)",
    "wrong_threshold": f"(threshold_value <> {THRESHOLD})::integer",
    "wrong_operator": """(operator <> case when threshold_code in ('coal_monthly', 'renewable', 'ghg_registration', 'carbon_fee') then '>=' else '>' end)
        ::integer""",
    "exceeded_by_chance": """case when status = 'exceeded' then (value is null or value < threshold_value
        or (operator = '>' and value = threshold_value))::integer end""",
    "cleared_by_chance": """case when status = 'not_exceeded' then (value is null or value > threshold_value
        or (operator = '>=' and value = threshold_value))::integer end""",
    "silence_judged": "(value is null and is_exceeded)::integer",
    "rule_before_its_time": """(status <> 'no_rule' and year < case threshold_code
        when 'renewable' then 2021 when 'ghg_registration' then 2022 when 'carbon_fee' then 2025 else 2018 end)
        ::integer""",
    "duty_without_article": """case when status = 'exceeded' then (duties_en is null or duties_zh is null
        or act_articles is null)::integer end""",
    "duty_without_reason": "(status <> 'exceeded' and duties_en is not null)::integer",
    "fine_of_class_1": """case when status = 'exceeded' and threshold_code in ('coal', 'fuel_oil', 'natural_gas', 'electricity')
        then lowest_penalty_twd + highest_penalty_twd end""",
    "fine_of_steam": "case when status = 'exceeded' and threshold_code = 'steam' then lowest_penalty_twd end",
    "fine_of_chiller": "case when status = 'exceeded' and threshold_code = 'chiller' then coalesce(highest_penalty_twd, 0) end",
    "due_in_january": """case when status = 'exceeded' and threshold_code = 'electricity'
        then (report_due_date = make_date(year + 1, 1, 31))::integer end""",
    "obligation_pct": "100 * obligation_kw / value",
    "above_exceeds": of("ABOVE", EXCEEDED),
    "at_exceeds": of("AT", EXCEEDED),
    "below_exceeds": of("BELOW", EXCEEDED),
    "obligation_at_5000_kw": of("OTHER-AT", "obligation_kw"),
    "chiller_of_nobody": of(
        "OTHER-BELOW", "case when threshold_code = 'chiller' then (missing_input = 'is_productive')::integer end"
    ),
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.codes("threshold_code", CODES, "ten thresholds"),
    v.between("thresholds_of_plant", 10, 10, "every plant and year meets all ten"),
    v.between("threshold_twice", 1, 1, "each of them once"),
    v.contains(
        "status",
        ["exceeded", "not_exceeded", "not_applicable", "not_stated", "cannot_be_judged", "no_rule"],
        "the example has all six",
    ),
    v.between("wrong_threshold", 0, 0, "thresholds as printed"),
    v.between("wrong_operator", 0, 0, "超過 is more than, 達 is that much"),
    v.between("exceeded_by_chance", 0, 0, "what is exceeded lies above the threshold, or at it where 達 is printed"),
    v.between("cleared_by_chance", 0, 0, "what is not exceeded does not"),
    v.between("silence_judged", 0, 0, "no value, no duty"),
    v.between("rule_before_its_time", 0, 0, "annex 2 and 3 from 2018, renewables from 2021"),
    v.between("duty_without_article", 0, 0, "every duty names its article"),
    v.between("duty_without_reason", 0, 0, "no duty without an exceeded threshold"),
    v.between("fine_of_class_1", 170_000, 170_000, "20,000 of article 21 to 150,000 of article 24"),
    v.between("fine_of_steam", 30_000, 30_000, "article 24: 30,000 to 150,000"),
    v.between("fine_of_chiller", 0, 0, "no fine is printed for article 18"),
    v.between("due_in_january", 1, 1, "the report on a year is due on 31 January of the next"),
    v.between("obligation_pct", 10, 10, "10 % of the contract capacity"),
    v.between("above_exceeds", 7, 7, "all of annex 2 and monthly coal; 801 kW is no large user"),
    v.between("at_exceeds", 1, 1, "at the thresholds only monthly coal (6,000 t are more than 1,000 t)"),
    v.between("below_exceeds", 1, 1, "the same just below"),
    v.between("obligation_at_5000_kw", 500, 500, "10 % of 5,000 kW"),
    v.between("chiller_of_nobody", 1, 1, "101 hp and nobody says whether the plant is productive"),
    v.filled("rule_source", 1, "every rule names its source"),
]
