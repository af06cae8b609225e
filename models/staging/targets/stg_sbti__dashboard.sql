{{ landed_rows('sbti_companies', {
    'sbti_id': 'varchar',
    'company_name': 'varchar',
    'isin': 'varchar',
    'location': 'varchar',
    'sector': 'varchar',
    'near_term_status': 'varchar',
    'near_term_target_classification': 'varchar',
    'net_zero_status': 'varchar',
    'net_zero_year': 'varchar',
    'target_text': 'varchar',
    'reason_for_extension_or_removal': 'varchar',
    'date_updated': 'date',
}) }}
