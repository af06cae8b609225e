{{ landed_rows('fuel_declaration', {
    'control_no': 'varchar', 'year': 'integer', 'quarter': 'integer', 'fuel_name': 'varchar',
    'quantity': 'double', 'unit': 'varchar',
}) }}
