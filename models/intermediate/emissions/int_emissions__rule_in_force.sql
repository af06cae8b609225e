{%- set rules = {
    'dq18_tolerance_tco2e': 'dq18:sum_tolerance',
    'dq21_min_power': 'dq21:min_power',
    'dq21_tolerance_ratio': 'dq21:tolerance',
    'dq25_jump_ratio': 'dq25:max_jump',
    'dq26_coverage_ratio': 'dq26:min_coverage',
    'dq28_longitude_min': 'dq28:longitude_min',
    'dq28_longitude_max': 'dq28:longitude_max',
    'dq28_latitude_min': 'dq28:latitude_min',
    'dq28_latitude_max': 'dq28:latitude_max',
    'dq36_unmapped_ratio': 'dq36:max_unmapped',
    'observatory_min_tco2e': 'observatory:min_plant_emissions',
} %}

select
    years.year,
{%- for column, rule_key in rules.items() %}
    max(rule.value) filter (where rule.rule_key = '{{ rule_key }}')
        as {{ column }}{{ ',' if not loop.last }}
{%- endfor %}
from (select cast(unnest(range(2000, 2101)) as integer) as year) as years
inner join {{ ref('rule_threshold') }} as rule
    on years.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
group by years.year
