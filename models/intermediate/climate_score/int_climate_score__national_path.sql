-- the national path as a multiple of 2019: the inventory's net emissions fall in a straight line to 28 % below 2005 in 2030, then to zero in 2050
with levels as (
    select
        max(net_tco2e) filter (where year = {{ rule_value('pathway:national_base_year', 9999) }})
            as net_2005,
        max(net_tco2e) filter (where year = {{ rule_value('climate:2:comparison_year', 9999) }})
            as net_2019,
        {{ rule_value('pathway:national_reduction_2030', 9999) }} / 100 as reduction_2030,
        cast({{ rule_value('climate:2:comparison_year', 9999) }} as integer) as first_year,
        cast({{ rule_value('pathway:net_zero_year', 9999) }} as integer) as last_year,
        any_value(source_release_key) as source_release_key
    from {{ ref('int_emissions__select_inventory') }}
)

select
    cast(years.year as integer) as year,
    -- the straight line to 2030 may rise or fall; from there to zero
    {{ without_noise(two_step_path('years.year', 'first_year', '1', '2030', '((1 - reduction_2030) * net_2005 / net_2019)',
        'last_year', 'cast(0 as double)'), 12) }}
        as of_2019_ratio,
    levels.source_release_key
from levels
cross join (select unnest(range(2015, 2051)) as year) as years
