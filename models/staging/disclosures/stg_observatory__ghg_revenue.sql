-- one row per company: emissions and consolidated revenue (million TWD) of three years
{{ landed_rows('ghg_revenue', {
    'tax_id': 'varchar', 'revenue_2022_twd1m': 'double', 'revenue_2023_twd1m': 'double',
    'revenue_2024_twd1m': 'double',
}) }}
