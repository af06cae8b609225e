-- one row per fund that the exchange lists as a fund with an ESG theme
{{ landed_rows('esg_fund_list', {'fund_code': 'varchar', 'fund_name': 'varchar'}, seed=ref('open_data_esg_fund')) }}
