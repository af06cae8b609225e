"""Emissions and revenue of companies. Looks for kilograms, thousands and slipped years."""

import vocabulary as v


def steady(now: str, before: str) -> str:
    """1 where a value lies between half and double of that before, as SQL."""
    return f"case when {before} > 0 then ({now} / {before} between 0.5 and 2)::integer end"


COLUMNS = """
    company_name tax_id scope1_2022_tco2e scope1_2023_tco2e scope1_2024_tco2e scope2_2022_tco2e
    scope2_2023_tco2e scope2_2024_tco2e revenue_2022_twd1m revenue_2023_twd1m revenue_2024_twd1m
"""

BEFORE = ("scope1_before", "scope2_before", "revenue_before")

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "scope1": steady("scope1_2024_tco2e", "scope1_2023_tco2e"),
    "scope1_before": steady("scope1_2023_tco2e", "scope1_2022_tco2e"),
    "scope2_before": steady("scope2_2023_tco2e", "scope2_2022_tco2e"),
    "revenue_before": steady("revenue_2023_twd1m", "revenue_2022_twd1m"),
    "scope2": steady("scope2_2024_tco2e", "scope2_2023_tco2e"),
    "revenue": steady("revenue_2024_twd1m", "revenue_2023_twd1m"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    *[
        v.mean(name, 0.75, None, "a company is much as the year before", severity="critical")
        for name in ("scope1", "scope2", "revenue", *BEFORE)
    ],
    v.between("scope1_2024_tco2e", 0, 1.3e8, "tonnes of one company"),
    v.between("scope2_2024_tco2e", 0, 3e7, "tonnes of one company"),
    v.median("scope1_2024_tco2e", 2e3, 2e5, "tonnes of a typical company", severity="critical"),
    v.median("revenue_2024_twd1m", 2e3, 2e5, "million TWD", severity="critical"),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
]
