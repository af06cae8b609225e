{{ landed_rows('aqx_p_555', {
    'control_no': 'varchar', 'year': 'integer', 'quarter': 'integer', 'fuel_name': 'varchar',
    'quantity': 'double', 'unit': 'varchar',
}) }}
