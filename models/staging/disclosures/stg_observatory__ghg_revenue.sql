-- one row per company and year: emissions and consolidated revenue (million TWD)
select * replace (lpad(tax_id, 8, '0') as tax_id)
from ({{ landed_rows('ghg_revenue', {
    'tax_id': 'varchar', 'company_name': 'varchar', 'year': 'integer',
    'scope1_tco2e': 'double', 'scope2_tco2e': 'double', 'revenue_twd1m': 'double',
}, seed=ref('open_data_ghg_revenue')) }})
