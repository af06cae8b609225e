-- one row per plant and year that a user states: the example, and the user's own files; every cell as text
{{ own_rows('energy_user', [
    'organisation_id', 'facility_id', 'year', 'coal_t', 'fuel_oil_kl', 'natural_gas_m3', 'contract_capacity_kw', 'steam_t_per_h',
    'chiller_hp', 'is_productive', 'note'
], ref('example_energy_user')) }}
