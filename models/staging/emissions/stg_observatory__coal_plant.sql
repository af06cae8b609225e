{{ landed_rows('coal_plant', {
    'control_no': 'varchar', 'facility_name': 'varchar', 'tax_id': 'varchar',
    'year': 'integer', 'coal_t': 'double',
}) }}
