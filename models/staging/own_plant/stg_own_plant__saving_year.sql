-- one row per user and year: its electricity: the example, and the user's own files; every cell as text
{{ own_rows('saving_year', [
    'organisation_id', 'year', 'purchased_kwh', 'self_generated_kwh', 'sold_kwh', 'contract_capacity_kw', 'user_type', 'note'
], ref('example_saving_year')) }}
