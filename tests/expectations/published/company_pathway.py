"""Pathways. Looks for paths off the emissions they start from, and gaps of the wrong sign."""

import vocabulary as v

DERIVED = {
    "rise": """national_path_tco2e - lag(national_path_tco2e)
        over (partition by tax_id order by year)""",
    "target_gap_error": "gap_target_tco2e - (target_path_tco2e - national_path_tco2e)",
    "trend_gap_error": "gap_trend_tco2e - (trend_tco2e - national_path_tco2e)",
    "trend_of_actual": "trend_tco2e / nullif(actual_tco2e, 0)",
}

EXPECTATIONS = [
    v.between("rise", None, 0.01, "the national path only falls"),
    v.balanced("target_gap_error", 0.01, "target less national path"),
    v.balanced("trend_gap_error", 0.01, "trend less national path"),
    v.between("actual_tco2e", 0, 1.3e8, "no company emits 130 million tonnes"),
    v.between("target_path_tco2e", 0, 1.3e8, "and none means to"),
    v.between("trend_tco2e", 0, 2e8, "a trend is never negative"),
    v.median("trend_of_actual", 0.7, 1.3, "a trend lies near what it is the trend of"),
    v.median("actual_tco2e", 1e4, 1e7, "tonnes of a company; kilograms would be a thousandfold"),
]
