-- size of funds in million TWD on the day of the list
{{ landed_rows('fund_list', {
    'fund_code': 'varchar', 'fund_name': 'varchar', 'market_value_twd1m': 'double',
}) }}
