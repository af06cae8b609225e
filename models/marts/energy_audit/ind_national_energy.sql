{%- set measures = {
    'energy': 'energy_gj',
    'energy_growth': 'growth_pct_energy',
    'gdp': 'gdp_twd1m',
    'gdp_growth': 'growth_pct_gdp',
    'industrial_energy': 'industrial_energy_gj',
    'industrial_energy_growth': 'growth_pct_industrial_energy',
    'industrial_energy_share': 'industrial_energy_share_pct',
    'industrial_gdp': 'industrial_gdp_twd1m',
    'industrial_gdp_growth': 'growth_pct_industrial_gdp',
    'industrial_gdp_share': 'industrial_gdp_share_pct',
    'productivity': 'productivity_twd_per_loe',
    'intensity': 'intensity_loe_per_twd1000',
    'industrial_productivity': 'industrial_productivity_twd_per_loe',
    'industrial_intensity': 'industrial_intensity_loe_per_twd1000',
    'large_users_user_count': 'large_user_count',
    'large_users_total': 'large_user_energy_gj',
    'large_users_electricity': 'large_user_electricity_kwh',
    'large_users_electricity_saved': 'large_user_electricity_saved_kwh',
    'large_users_electricity_saving_rate': 'large_user_electricity_saving_rate_pct',
    'large_users_saving_rate': 'large_user_saving_rate_pct',
    'large_users_manufacturing_share': 'large_user_share_of_manufacturing_pct',
} %}

with national as (
    select
        *,
        split_part(cell_ref, '|', 1) || '|' || split_part(cell_ref, '|', 2) as printed_row
    from {{ ref('fct_national_energy') }}
)

select
    year,
    {%- for measure, column in measures.items() %}
        {%- set value = "max(case when measure_code = '" ~ measure ~ "' then value end)" %}
        {{ "cast(" ~ value ~ " as integer)" if column.endswith('_count') else value }}
            as {{ column }},
    {%- endfor %}
    {%- for measure, column in measures.items() if not measure.startswith('large_users') %}
        coalesce(
            max(case when measure_code = '{{ measure }}' then value_basis end), 'not_printed'
        )
            as {{ column }}_basis,
    {%- endfor %}
    string_agg(distinct printed_row, '; ' order by printed_row) as cell_ref,
    max(source_release_key) as source_release_key
from national
group by year
