"""Emissions and revenue of companies. Looks for kilograms, thousands and slipped years."""

import vocabulary as v

COLUMNS = """
    company_name tax_id year scope1_tco2e scope2_tco2e revenue_twd1m
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "steady_scope1": v.is_steady("scope1_tco2e", "tax_id"),
    "steady_scope2": v.is_steady("scope2_tco2e", "tax_id"),
    "steady_revenue": v.is_steady("revenue_twd1m", "tax_id"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    *[
        v.mean(name, 0.75, None, "a company is much as the year before", severity="critical")
        for name in ("steady_scope1", "steady_scope2", "steady_revenue")
    ],
    v.between("scope1_tco2e", 0, 1.3e8, "tonnes of one company"),
    v.between("scope2_tco2e", 0, 3e7, "tonnes of one company"),
    v.median("scope1_tco2e", 2e3, 2e5, "tonnes of a typical company", severity="critical"),
    v.median("revenue_twd1m", 2e3, 2e5, "million TWD", severity="critical"),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
]
