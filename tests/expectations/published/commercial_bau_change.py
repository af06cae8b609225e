"""The decomposition. Looks for effects that leave something over, or have the wrong sign."""

import vocabulary as v

DERIVED = {
    "rest": "change_tco2e - activity_effect_tco2e - intensity_effect_tco2e - factor_effect_tco2e",
    "change_error": "change_tco2e - (emissions_2030_tco2e - emissions_2026_tco2e)",
    "all_less_lines": """sum(case line_code when 'all' then activity_effect_tco2e else -activity_effect_tco2e end)
        over (partition by scenario_code)""",
    "fuel_factor_effect": "case when line_code in ('natural_gas', 'oil_products') then factor_effect_tco2e end",
    "grid_effect": "case when line_code in ('electricity', 'ai_load') then factor_effect_tco2e end",
}

EXPECTATIONS = [
    v.row_count(10, "two cases, four lines and all"),
    v.between("rest", -0.01, 0.01, "the three effects are the change"),
    v.between("residual_tco2e", -0.001, 0.001, "nothing is left over"),
    v.between("change_error", -0.01, 0.01, "2030 less 2026"),
    v.between("all_less_lines", -0.01, 0.01, "the lines add up"),
    v.between("activity_effect_tco2e", 0, 5e6, "activity grows"),
    v.between("intensity_effect_tco2e", -5e6, 0, "intensity does not rise"),
    v.between("fuel_factor_effect", 0, 0, "a fuel's factor does not change"),
    v.between("grid_effect", -5e6, -1, "the grid gets cleaner"),
]
