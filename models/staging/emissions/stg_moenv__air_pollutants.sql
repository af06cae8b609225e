-- one row per company name, year and pollutant, as aggregated by a re-user of EMS_P_08; the unit is that of the text
{{ landed_rows('air_pollutants', {
    'company_name': 'varchar', 'year': 'integer', 'subcategory': 'varchar', 'pollutant_zh': 'varchar',
    'unit_text': 'varchar', 'value': 'double',
}) }}
