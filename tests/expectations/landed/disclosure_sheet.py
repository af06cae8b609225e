"""Disclosures as a sheet. Looks for fields that went blank and numbers in another unit."""

import vocabulary as v

COLUMNS = """
    tax_id stock_code company_name short_name industry_group county_name field_name value_text
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "has_value": v.is_filled("value_text"),
    "emissions": """case when field_name ~ '^[0-9]{4} 碳排放量.*'
        then try_cast(replace(value_text, ',', '') as double) end""",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.mean(
        "has_value",
        0.3,
        0.95,
        "about half the cells are filled",
        severity="critical",
        may_be_blank=True,
    ),
    v.between("report_year", 2015, 2100, "AD years"),
    v.varied("field_name", 30, "a sheet has some ninety fields", severity="warning"),
]
