{{ landed_rows('ghg_p_02', {
    'year': 'integer', 'co2_kt': 'double', 'ch4_kt': 'double', 'n2o_kt': 'double',
    'hfcs_kt': 'double', 'pfcs_kt': 'double', 'sf6_kt': 'double', 'nf3_kt': 'double',
    'total_kt': 'double', 'absorption_kt': 'double', 'net_kt': 'double',
}, seed=ref('open_data_ghg_p_02')) }}
