"""Air pollutants by company and year. Looks for kilograms, lost pollutants and slipped values."""

import vocabulary as v

COLUMNS = """
    subcategory pollutant_zh year value company_name
"""

DERIVED = {
    **v.alive(COLUMNS),
    "steady": v.is_steady("value", "company_name, subcategory, pollutant_zh"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("value", 0, 3e5, "tonnes of one company"),
    v.median("value", 0.1, 50, "tonnes; kilograms would be a thousandfold", severity="critical"),
    v.mean("steady", 0.6, None, "a company emits much as the year before", severity="critical"),
    v.varied("pollutant_zh", 10, "the law names nineteen"),
    v.between("year", 2000, 2100, "AD years"),
]
