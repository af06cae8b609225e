"""Inventories by category. Looks for lost gases and shares that do not make the whole."""

import vocabulary as v

GASES = "co2_tco2e + ch4_tco2e + n2o_tco2e + hfcs_tco2e + pfcs_tco2e + sf6_tco2e + nf3_tco2e"

DERIVED = {
    "lost_gas": f"(tco2e - ({GASES} + co2e_tco2e)) / greatest(1, tco2e)",
    "shares_left_over": """sum(share_ratio)
        over (partition by source_kind_code, organisation_id, year) - 1""",
    "market_above": "market_based_tco2e - tco2e",
}

EXPECTATIONS = [
    v.balanced("lost_gas", 1e-4, "gases make the total"),
    v.balanced("shares_left_over", 1e-6, "categories make the whole"),
    v.between("market_above", None, 1e-6, "green electricity only lowers"),
]
