"""Match rates. Looks for a company file that is missing, which shows as plants that nobody owns."""

import vocabulary as v

DERIVED = {
    "known_plants": """case when year >= 2015 and resolution_code = 'same_tax_id'
        then facility_share_ratio end""",
    "known_tonnes": """case when year >= 2015 and resolution_code = 'same_tax_id'
        then tonnage_share_ratio end""",
    "direct_beyond_all": "scope1_tco2e - total_tco2e",
}

EXPECTATIONS = [
    v.between("direct_beyond_all", None, 1, "direct emissions are a part of all"),
    v.between("known_plants", 0.5, 1, "most plants belong to a known company"),
    v.between("known_tonnes", 0.35, 1, "and a good part of the tonnes", severity="warning"),
]
