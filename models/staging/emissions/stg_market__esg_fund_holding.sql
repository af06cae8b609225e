{{ landed_rows('esg_fund_holdings', {
    'fund_code': 'varchar', 'fund_name': 'varchar', 'year': 'integer', 'quarter': 'integer',
    'security_code': 'varchar', 'security_name': 'varchar', 'weight_pct': 'double',
}, seed=ref('open_data_esg_fund_holding')) }}
