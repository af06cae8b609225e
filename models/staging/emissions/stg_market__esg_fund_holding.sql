-- one row per fund with an ESG theme, quarter and security; weight in per cent of the fund as published, never rescaled
{{ landed_rows('esg_fund_holdings', {
    'fund_code': 'varchar', 'fund_name': 'varchar', 'year': 'integer', 'quarter': 'integer',
    'security_code': 'varchar', 'security_name': 'varchar', 'weight_pct': 'double',
}) }}
