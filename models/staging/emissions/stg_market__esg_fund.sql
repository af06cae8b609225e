{{ landed_rows('esg_fund_list', {
    'fund_code': 'varchar', 'fund_name': 'varchar', 'fund_tax_id': 'varchar',
}, seed=ref('open_data_esg_fund')) }}
