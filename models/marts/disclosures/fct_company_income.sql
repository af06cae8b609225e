select
    stock_code,
    year,
    tax_id,
    resolution_code,
    revenue_twd,
    operating_costs_twd,
    operating_expenses_twd,
    operating_income_twd,
    net_income_twd,
    comprehensive_income_twd,
    total_assets_twd,
    source_release_key,
    row_number
from {{ ref('int_disclosures__income') }}
