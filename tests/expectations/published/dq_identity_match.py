"""Match rates. Looks for a company file that is missing, which shows as plants that nobody owns."""

import vocabulary as v

DERIVED = {
    "known_plants": """case when dataset = 'ghg_registry' and year >= 2015
        and resolution_code = 'same_tax_id' then entity_share_ratio end""",
    "known_tonnes": """case when dataset = 'ghg_registry' and year >= 2015
        and resolution_code = 'same_tax_id' then tonnage_share_ratio end""",
    "known_codes": """case when dataset in ('twse_esg_ghg', 'monthly_revenue', 'income_annual')
        and resolution_code = 'same_stock_code' then entity_share_ratio end""",
    "known_names": """case when dataset = 'initiatives' and resolution_code = 'same_name'
        then entity_share_ratio end""",
    "direct_beyond_all": "scope1_tco2e - total_tco2e",
}

EXPECTATIONS = [
    v.between("direct_beyond_all", None, 1, "direct emissions are a part of all"),
    v.between("known_plants", 0.5, 1, "most plants belong to a known company"),
    v.between("known_tonnes", 0.35, 1, "and a good part of the tonnes", severity="warning"),
    v.between("known_codes", 0.5, 1, "a stock code leads to its company", may_be_blank=True),
    v.between("known_names", 0.3, 1, "most names on a list are companies", may_be_blank=True),
]
