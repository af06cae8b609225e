-- one row of activity data as stated, the example and the user's own
{{ own_rows('activity_data', [
    'organisation_id', 'facility_id', 'year', 'scope', 'category', 'source', 'activity_item', 'quantity', 'unit', 'equipment',
    'factor_key', 'own_factor_kgco2e', 'own_factor_source', 'evidence', 'assurance', 'note'
], ref('example_activity_data')) }}
