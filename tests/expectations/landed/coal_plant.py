"""Coal by plant. Looks for kilograms, lost digits and points outside the island."""

import vocabulary as v

COLUMNS = """
    control_no facility_name company_name tax_id industry_name county_name longitude latitude
    year coal_t
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "steady": v.is_steady("coal_t", "control_no"),
    "year_mt": "sum(coal_t) over (partition by year) / 1e6",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("coal_t", 0, 3e7, "tonnes; no plant burns 30 million"),
    v.between("year_mt", 2, 90, "million tonnes; Taiwan imports about 60"),
    v.median("coal_t", 500, 200_000, "tonnes of a typical plant", severity="critical"),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.mean("steady", 0.6, None, "a plant burns much as the year before", severity="critical"),
    v.between("longitude", 116, 124, "degrees east of Taiwan and its islands", mostly=0.98),
    v.between("latitude", 20, 27, "degrees north of Taiwan and its islands", mostly=0.98),
]
