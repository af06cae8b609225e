-- one row per company: total energy (MJ) and consolidated revenue (TWD) of three years
{%- if reads_landed() %}
{{ landed_rows('energy_revenue', {
    'company_code': 'varchar', 'energy_2022_mj': 'double', 'energy_2023_mj': 'double',
    'energy_2024_mj': 'double',
    'revenue_2022_twd': 'double', 'revenue_2023_twd': 'double', 'revenue_2024_twd': 'double',
}) }}
{%- else %}
{%- do declare_landed('energy_revenue') %}
select company_code,
    max(energy_mj) filter (year=2022) as energy_2022_mj,max(energy_mj) filter (year=2023) as energy_2023_mj,max(energy_mj) filter (year=2024) as energy_2024_mj,
    max(revenue_twd) filter (year=2022) as revenue_2022_twd,max(revenue_twd) filter (year=2023) as revenue_2023_twd,max(revenue_twd) filter (year=2024) as revenue_2024_twd,
    source_release_key, min(rowid+1)::integer as row_number
from {{ ref('open_data_energy_revenue') }} group by all
{%- endif %}
