{{ landed_rows('company_basics', {
    'tax_id': 'varchar', 'stock_code': 'varchar', 'company_name': 'varchar',
    'short_name': 'varchar', 'english_name': 'varchar', 'industry_code': 'varchar',
    'market_code': 'varchar',
}) }}
