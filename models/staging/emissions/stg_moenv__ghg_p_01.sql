{{ landed_rows('ghg_p_01', {
    'control_no': 'varchar', 'year': 'integer', 'tax_id': 'varchar', 'company_name': 'varchar',
    'county_name': 'varchar', 'industry_code_raw': 'varchar', 'industry_name': 'varchar',
    'co2_tco2e': 'double', 'ch4_tco2e': 'double', 'n2o_tco2e': 'double', 'hfcs_tco2e': 'double',
    'pfcs_tco2e': 'double', 'sf6_tco2e': 'double', 'nf3_tco2e': 'double',
    'direct_tco2e': 'double', 'indirect_tco2e': 'double', 'total_tco2e': 'double',
    'filing_cause': 'varchar', 'check_flag': 'varchar',
}) }}
