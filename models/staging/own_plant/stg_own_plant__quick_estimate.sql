-- one row per plant and year as stated, every column as text: the example, and the user's own files
{{ own_rows(
    'quick_estimate',
    ['organisation_id', 'facility_id', 'year', 'industry', 'electricity_kwh', 'steam_coal_t', 'fuel_oil_kl', 'diesel_kl',
     'natural_gas_m3', 'lpg_t', 'note'],
    ref('example_quick_estimate')
) }}
