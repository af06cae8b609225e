"""Energy and revenue of companies. Looks for GJ in the place of MJ, thousands, slipped years."""

import vocabulary as v

COLUMNS = """
    company_code company_name industry_group year energy_mj revenue_twd
"""

DERIVED = {
    **v.alive(COLUMNS),
    "steady_energy": v.is_steady("energy_mj", "company_code"),
    "steady_revenue": v.is_steady("revenue_twd", "company_code"),
    "mj_per_twd": "energy_mj / nullif(revenue_twd, 0)",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    *[
        v.mean(name, 0.8, None, "a company is much as the year before", severity="critical")
        for name in ("steady_energy", "steady_revenue")
    ],
    v.median(
        "mj_per_twd", 0.01, 1, "GJ or thousand TWD would be a thousand off", severity="critical"
    ),
    v.between("revenue_twd", 0, 2e13, "TWD of one company"),
    v.between("energy_mj", 0, 1e13, "MJ of one company", mostly=0.98),
    v.median("energy_mj", 1e8, 1e10, "MJ of a large user", severity="critical"),
]
