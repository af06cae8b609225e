"""Rates of the carbon fee. Looks for swapped preferential rates, a lost deduction, and rules without validity."""

import vocabulary as v

SCENARIOS = ("general", "plan_a", "plan_b", "high_leakage_a", "high_leakage_b")
RATES = {"general": 300, "plan_a": 50, "plan_b": 100, "high_leakage_a": 50, "high_leakage_b": 100}

# The period that began with 2025; later ones may have other rates.
DERIVED = {
    **{
        f"rate_{code}": f"case when scenario_code = '{code}' and valid_from_year = 2025 then rate_twd_per_t end"
        for code in SCENARIOS
    },
    "rate": "rate_twd_per_t",
    "deduction_of_low_risk": "case when scenario_code not like 'high_leakage%' then deduction_tco2e end",
    "deduction_of_high_risk": "case when scenario_code like 'high_leakage%' then deduction_tco2e end",
    "coefficient_of_low_risk": "case when scenario_code not like 'high_leakage%' then adjustment_ratio end",
    "coefficient_of_high_risk": "case when scenario_code like 'high_leakage%' then adjustment_ratio end",
    "first_coefficient": """case when scenario_code like 'high_leakage%' and valid_from_year = 2025
        then adjustment_ratio end""",
    "threshold": "liable_from_tco2e",
    "wrong_plan": "(needs_plan <> (scenario_code <> 'general'))::integer",
    "first_year": "min(valid_from_year) over (partition by scenario_code)",
    "open_rules": "count(*) filter (where valid_to_year is null) over (partition by scenario_code)",
    "ends_before_it_begins": "(coalesce(valid_to_year, 9999) < valid_from_year)::integer",
}

EXPECTATIONS = [
    v.codes("scenario_code", SCENARIOS, "the general rate, two preferential ones, and both for high leakage risk"),
    *[
        v.between(f"rate_{code}", rate, rate, "TWD a tonne, announced on 2024-10-21; A is 50, B is 100")
        for code, rate in RATES.items()
    ],
    v.between("rate", 10, 3_000, "TWD a tonne"),
    v.between("deduction_of_low_risk", 25_000, 25_000, "K, article 5"),
    v.between("deduction_of_high_risk", 0, 0, "either the coefficient or the deduction, never both"),
    v.between("coefficient_of_low_risk", 1, 1, "no coefficient without the risk"),
    v.between("coefficient_of_high_risk", 0.2, 0.6, "0.2, 0.4 and 0.6 over the three periods"),
    v.between("first_coefficient", 0.2, 0.2, "0.2 in the first period"),
    v.between("threshold", 25_000, 25_000, "plants of 25,000 t pay"),
    v.between("wrong_plan", 0, 0, "a preferential rate needs an approved plan"),
    v.between("first_year", 2025, 2025, "the fee begins with the emissions of 2025"),
    v.between("open_rules", 1, 1, "one rule of every scenario is in force"),
    v.between("ends_before_it_begins", 0, 0, "a rule lasts a year or more"),
    v.filled("source", 1, "every rule names its source"),
    v.codes("confidence", ["confirmed"], "rates are law, not guesses"),
]
