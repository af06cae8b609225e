"""Exposure of funds. Looks for weights in per cent and companies counted twice."""

import vocabulary as v

DERIVED = {
    "emitters_beyond_identified": "emitter_weight_ratio - identified_weight_ratio",
    "identified_beyond_total": "identified_weight_ratio - weight_total_ratio",
    "direct_beyond_all": "sum_scope1_tco2e - sum_emissions_tco2e",
    "weighted_beyond_sum": "weighted_emissions_tco2e - 1.05 * sum_emissions_tco2e",
}

EXPECTATIONS = [
    v.between("holding_count", 1, 5_000, "securities of one fund"),
    v.median("weight_total_ratio", 0.7, 1.01, "most funds are invested"),
    v.between("emitters_beyond_identified", None, 1e-6, "an emitter is an identified company"),
    v.between("identified_beyond_total", None, 1e-6, "what is identified is held"),
    v.between("sum_emissions_tco2e", 0, 4e8, "never more than the whole registry"),
    v.between("direct_beyond_all", None, 1, "direct emissions are a part of all"),
    v.between("sum_coal_t", 0, 9e7, "never more than the coal Taiwan burns"),
    v.between("weighted_beyond_sum", None, 1, "a weighted sum stays below the plain one"),
]
