"""Units and their factors to a base unit."""

import vocabulary as v

DERIVED = {"factor_of_base_unit": "case when unit_code = base_unit_code then to_base_factor end"}

EXPECTATIONS = [
    v.contains("unit_code", ["gj", "kwh", "tco2e", "m3", "kl", "t", "pct"], "units the marts speak"),
    v.between("to_base_factor", 1e-9, 1e12, "a conversion factor is positive"),
    v.between("factor_of_base_unit", 1, 1, "a base unit is one of itself"),
]
