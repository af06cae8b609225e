-- one row per company and year of the annual income statements, thousand TWD
{{ landed_rows('income_annual', {
    'year': 'integer', 'stock_code': 'varchar', 'revenue_twd1000': 'double',
    'operating_costs_twd1000': 'double', 'operating_expenses_twd1000': 'double',
    'operating_income_twd1000': 'double', 'net_income_twd1000': 'double',
    'comprehensive_income_twd1000': 'double', 'total_assets_twd1000': 'double',
}, seed=ref('open_data_income_statement')) }}
