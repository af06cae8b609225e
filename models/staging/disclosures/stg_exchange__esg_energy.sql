{{ landed_rows('twse_esg_energy', {
    'report_year': 'integer', 'market_code': 'varchar', 'stock_code': 'varchar',
    'company_name': 'varchar', 'renewable_share_ratio': 'double',
    'renewable_share_text': 'varchar', 'boundary': 'varchar', 'assurance': 'varchar',
}) }}
