{{ landed_rows('ems_p_46', {
    'document_no': 'varchar', 'control_no': 'varchar', 'facility_name': 'varchar',
    'tax_id': 'varchar', 'county_name': 'varchar', 'transgression_date_text': 'varchar',
    'penalty_date_text': 'varchar', 'transgression_type': 'varchar', 'law_text': 'varchar',
    'penalty_twd': 'double', 'illegal_gain_twd': 'double', 'appeal_or_rescind': 'varchar',
    'petition_result': 'varchar',
}) }}
