{{ landed_rows('coal_company', {
    'tax_id': 'varchar', 'company_name': 'varchar', 'year': 'integer', 'coal_t': 'double',
}, seed=ref('open_data_coal_company')) }}
