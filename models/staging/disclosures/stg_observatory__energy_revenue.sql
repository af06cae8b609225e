-- one row per company: total energy (MJ) and consolidated revenue (TWD) of three years
{{ landed_rows('energy_revenue', {
    'company_code': 'varchar', 'energy_2022_mj': 'double', 'energy_2023_mj': 'double',
    'energy_2024_mj': 'double',
    'revenue_2022_twd': 'double', 'revenue_2023_twd': 'double', 'revenue_2024_twd': 'double',
}, seed=ref('open_data_energy_revenue')) }}
