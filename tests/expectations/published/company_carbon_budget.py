"""Carbon budgets. Looks for a budget shorter than its horizon, and ratios that are per cent."""

import vocabulary as v

DERIVED = {
    "longer_holds_less": """national_budget_tco2e - lag(national_budget_tco2e)
        over (partition by tax_id order by end_year)""",
}

EXPECTATIONS = [
    v.between("longer_holds_less", 0, None, "a longer horizon holds more"),
    v.between("trend_budget_tco2e", 0, 4e9, "less than the nation emits in a decade"),
    v.median("target_overshoot_ratio", -1, 5, "a ratio, not per cent"),
]
