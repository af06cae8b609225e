-- one row per company: emissions and consolidated revenue (million TWD) of three years
{%- if reads_landed() %}
{{ landed_rows('ghg_revenue', {
    'tax_id': 'varchar', 'revenue_2022_twd1m': 'double', 'revenue_2023_twd1m': 'double',
    'revenue_2024_twd1m': 'double',
}) }}
{%- else %}
{%- do declare_landed('ghg_revenue') %}
select lpad(tax_id, 8, chr(48)) as tax_id,
    max(revenue_twd1m) filter (year=2022) as revenue_2022_twd1m,max(revenue_twd1m) filter (year=2023) as revenue_2023_twd1m,max(revenue_twd1m) filter (year=2024) as revenue_2024_twd1m,
    source_release_key, min(rowid+1)::integer as row_number
from {{ ref('open_data_ghg_revenue') }} group by all
{%- endif %}
