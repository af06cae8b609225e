"""Carbon budgets. Looks for a budget shorter than its horizon, and ratios that are per cent."""

import vocabulary as v

DERIVED = {
    "horizon_grows": "national_budget_tco2e - lag(national_budget_tco2e) over (partition by tax_id order by end_year)",
    "target_ratio_again": "target_overshoot_ratio - (target_budget_tco2e / national_budget_tco2e - 1)",
    "formosa_2030": "case when tax_id = '86522210' and end_year = 2030 then national_budget_tco2e end",
}

EXPECTATIONS = [
    v.codes("end_year", [2030, 2035, 2050], "three horizons"),
    v.between("horizon_grows", 0, None, "a longer horizon holds more"),
    v.between("target_ratio_again", -1e-6, 1e-6, "the ratio follows from the budgets"),
    v.between("trend_budget_tco2e", 0, 4e9, "no company's trend adds to more than the nation's decade"),
    v.between("formosa_2030", 1.2e8, 1.4e8, "Formosa Petrochemical: six years of 20 to 24 million tonnes"),
]
