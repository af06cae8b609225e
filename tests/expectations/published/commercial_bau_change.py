"""The decomposition. Looks for effects that leave something over."""

import vocabulary as v

DERIVED = {
    "rest": "change_tco2e - activity_effect_tco2e - intensity_effect_tco2e - factor_effect_tco2e",
    "all_less_lines": """sum(case line_code when 'all' then activity_effect_tco2e
        else -activity_effect_tco2e end) over (partition by scenario_code)""",
}

EXPECTATIONS = [
    v.balanced("rest", 0.01, "the three effects are the change"),
    v.balanced("all_less_lines", 0.01, "the lines add up"),
    v.between("change_tco2e", -3e7, 3e7, "less than the sector emits"),
]
