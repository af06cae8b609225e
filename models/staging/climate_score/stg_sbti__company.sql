-- one row per company and vintage of the target dashboard of the Science Based Targets initiative
{{ landed_rows('sbti_companies', {
    'sbti_id': 'varchar', 'company_name': 'varchar', 'isin': 'varchar', 'lei': 'varchar',
    'location': 'varchar',
    'near_term_status': 'varchar', 'near_term_target_classification': 'varchar',
}) }}
