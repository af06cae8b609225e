"""Coal by company. Looks for kilograms, lost digits and years that slipped."""

import vocabulary as v

COLUMNS = """
    tax_id company_name industry_name industry_group year coal_t
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "steady": v.is_steady("coal_t", "company_name"),
    "year_mt": "sum(coal_t) over (partition by year) / 1e6",
    "has_tax_id": v.is_filled("tax_id"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("coal_t", 0, 3e7, "tonnes; no company burns 30 million"),
    v.between("year_mt", 5, 90, "million tonnes; Taiwan imports about 60"),
    v.median("coal_t", 200, 50_000, "tonnes of a typical company", severity="critical"),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.mean("has_tax_id", 0.2, None, "many companies have one", may_be_blank=True),
    v.mean("steady", 0.6, None, "a company burns much as the year before", severity="critical"),
]
