{{ landed_rows('company_basics_all', {
    'tax_id': 'varchar', 'parent_tax_id': 'varchar', 'stock_code': 'varchar',
    'company_name': 'varchar', 'short_name': 'varchar',
    'industry_code': 'varchar', 'market_name': 'varchar',
}, seed=ref('open_data_market_company')) }}
