-- one row per plant and year: coal of the fuel declarations, tonnes; zero may mean not filed
{{ landed_rows('coal_plant', {
    'control_no': 'varchar', 'facility_name': 'varchar', 'tax_id': 'varchar', 'year': 'integer', 'coal_t': 'double',
}) }}
