"""Plants. Looks for plants that were lost, or named alike."""

import vocabulary as v

EXPECTATIONS = [
    v.rows(100, 30_000, "plants of the registry"),
    v.varied("county_code", 8, "plants lie in many counties"),
    v.distinct("name_zh", 0.8, "most plants have a name of their own"),
    v.between("last_year", 2000, 2100, "no plant reported before GHG_P_01 began"),
]
