"""Factors of saved heat. Looks for swapped types of user."""

import vocabulary as v

FACTORS = {"thermal_power": 40, "cogeneration": 20, "other": 10}

DERIVED = {
    **{f"of_{code}": f"case when user_type = '{code}' then conversion_pct end" for code in FACTORS},
    "kcal": "kcal_per_kwh",
    "cap": "cap_pct",
    "first_measures": "measures_from_year",
    "periods": "count(*) over (partition by user_type)",
    "carried_over": "case when valid_from_year >= 2025 then (confidence = 'general_knowledge')::integer end",
}

EXPECTATIONS = [
    v.codes("user_type", FACTORS, "three types of user"),
    *[v.between(f"of_{code}", value, value, "as printed") for code, value in FACTORS.items()],
    v.between("kcal", 860, 860, "860 kcal a kWh"),
    v.between("cap", 0.5, 0.5, "0.5 % of the electricity of the year"),
    v.between("first_measures", 2020, 2020, "ROC 109"),
    v.between("periods", 2, 2, "to 2024, and carried over to 2028"),
    v.between("carried_over", 1, 1, "which the rows say"),
    v.filled("source", 1, "every rule names its source"),
]
