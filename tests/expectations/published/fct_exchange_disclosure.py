"""Disclosures to exchanges. Looks for kilograms, and for a scope that went blank."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no disclosures of the exchanges"

DERIVED = {
    "has_scope1": v.is_filled("scope1_tco2e"),
    "has_scope2": v.is_filled("scope2_tco2e"),
    "has_share": v.is_filled("renewable_share_ratio"),
    "has_tax_id": v.is_filled("tax_id"),
}

EXPECTATIONS = [
    v.rows(500, 100_000, "some 1,800 companies a year since both markets disclose"),
    v.between("scope1_tco2e", 0, 1.3e8, "tonnes of one company", may_be_blank=True),
    v.between("scope2_tco2e", 0, 3e7, "tonnes of one company", may_be_blank=True),
    v.median("scope2_tco2e", 200, 1e5, "tonnes; a typical company", may_be_blank=True),
    v.mean("has_scope1", 0.3, None, "most state scope 1", severity="critical"),
    v.mean("has_scope2", 0.3, None, "and scope 2", severity="critical"),
    v.mean("has_share", 0.05, 0.9, "some state a share of renewable energy"),
    v.mean("has_tax_id", 0.9, None, "listed companies are known", severity="critical"),
]
