{{ landed_rows(none, {
    'tax_id': 'varchar', 'stock_code': 'varchar', 'company_name': 'varchar',
    'short_name': 'varchar', 'industry_group': 'varchar',
}, seed=ref('open_data_company')) }}
