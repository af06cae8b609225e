-- one row per company and year: total energy (MJ) and consolidated revenue (TWD)
{{ landed_rows('energy_revenue', {
    'company_code': 'varchar', 'company_name': 'varchar', 'year': 'integer',
    'energy_mj': 'double', 'revenue_twd': 'double',
}, seed=ref('open_data_energy_revenue')) }}
