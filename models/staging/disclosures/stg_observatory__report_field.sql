-- one row per company, report year and field that a reader filled in: texts as written
{{ landed_rows('report_fields', {
    'report_year': 'integer', 'company_code': 'varchar', 'field_no': 'varchar',
    'field_name': 'varchar', 'value_text': 'varchar', 'unit_text': 'varchar',
    'note': 'varchar', 'page': 'varchar',
}, seed=ref('open_data_report_field')) }}
