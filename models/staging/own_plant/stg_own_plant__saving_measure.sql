-- one row per saving measure of a user: the example, and the user's own files; every cell as text
{{ own_rows('saving_measure', [
    'organisation_id', 'measure_id', 'measure_name', 'kind', 'start_date', 'months', 'saved_kwh', 'saved_kcal', 'reduced_kw',
    'reduced_hours', 'proof', 'note'
], ref('example_saving_measure')) }}
