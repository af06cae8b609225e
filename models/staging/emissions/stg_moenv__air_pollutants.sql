{{ landed_rows('air_pollutants', {
    'company_name': 'varchar', 'year': 'integer', 'subcategory': 'varchar',
    'pollutant_zh': 'varchar', 'unit_text': 'varchar', 'value': 'double',
}) }}
