-- one row per company and column of the wide sheet: texts as written, no units, no pages
{{ landed_rows('disclosure_sheet', {
    'tax_id': 'varchar', 'report_year': 'integer', 'stock_code': 'varchar',
    'company_name': 'varchar', 'short_name': 'varchar', 'industry_group': 'varchar',
    'field_name': 'varchar', 'value_text': 'varchar',
}, seed=ref('open_data_disclosure_sheet')) }}
