"""Energy and revenue of companies. Looks for GJ in the place of MJ, thousands, slipped years."""

import vocabulary as v


def steady(now: str, before: str) -> str:
    """1 where a value lies between half and double of that before, as SQL."""
    return f"case when {before} > 0 then ({now} / {before} between 0.5 and 2)::integer end"


COLUMNS = """
    company_code company_name industry_group energy_2024_mj energy_2023_mj energy_2022_mj
    revenue_2024_twd revenue_2023_twd revenue_2022_twd
"""

DERIVED = {
    **v.alive(COLUMNS),
    "energy_2024": steady("energy_2024_mj", "energy_2023_mj"),
    "energy_2023": steady("energy_2023_mj", "energy_2022_mj"),
    "revenue_2024": steady("revenue_2024_twd", "revenue_2023_twd"),
    "revenue_2023": steady("revenue_2023_twd", "revenue_2022_twd"),
    "mj_per_twd": "energy_2024_mj / nullif(revenue_2024_twd, 0)",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    *[
        v.mean(name, 0.8, None, "a company is much as the year before", severity="critical")
        for name in ("energy_2024", "energy_2023", "revenue_2024", "revenue_2023")
    ],
    v.median(
        "mj_per_twd", 0.01, 1, "GJ or thousand TWD would be a thousand off", severity="critical"
    ),
    v.between("revenue_2024_twd", 0, 2e13, "TWD of one company"),
    v.between("energy_2024_mj", 0, 1e13, "MJ of one company", mostly=0.98),
    v.median("energy_2024_mj", 1e8, 1e10, "MJ of a large user", severity="critical"),
]
