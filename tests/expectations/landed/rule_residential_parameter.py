"""Distributions of the residential model. Looks for ratios in the place of per cent, and for ranges that are none."""

import vocabulary as v

DERIVED = {
    "mode_less_low": "mode_value - low_value",
    "high_less_mode": "high_value - mode_value",
    "yearly_pct": "case when unit_code = 'pct' and not is_yearly then mode_value end",
    "ratio": "case when unit_code = 'ratio' then mode_value end",
}

EXPECTATIONS = [
    v.row_count(19, "19 parameters"),
    v.between("mode_less_low", 0, 8, "low <= mode"),
    v.between("high_less_mode", 0, 8, "mode <= high"),
    v.between("yearly_pct", -3, 5, "rates of change a year"),
    v.between("ratio", 0, 1, "shares, elasticities and multipliers"),
    v.codes("unit_code", ["pct", "ratio"], "two units"),
    v.filled("source", 1, "a source, or assumption"),
]
