-- net emissions of the inventory fall in a straight line to the reduction of the target year, then
-- to zero in the net-zero year; the first line may also rise, where 2019 lies below it
with levels as (
    select
        max(inventory.net_tco2e) filter (where inventory.year = rule.national_base_year)
            as net_base_tco2e,
        max(inventory.net_tco2e) filter (where inventory.year = rule.comparison_year)
            as net_comparison_tco2e,
        any_value(rule.national_reduction_pct) / 100 as reduction_ratio,
        any_value(cast(rule.first_path_year as integer)) as first_path_year,
        any_value(cast(rule.comparison_year as integer)) as comparison_year,
        any_value(cast(rule.target_year as integer)) as target_year,
        any_value(cast(rule.net_zero_year as integer)) as net_zero_year,
        any_value(inventory.source_release_key) as source_release_key
    from {{ ref('int_climate_score__rule_in_force') }} as rule
    left join {{ ref('int_emissions__select_inventory') }} as inventory on true
    where rule.is_newest
),

path as (
    select
        cast(unnest(generate_series(first_path_year, net_zero_year)) as integer) as year,
        *,
        (1 - reduction_ratio) * net_base_tco2e / net_comparison_tco2e as target_level
    from levels
)

select
    year,
    {{ without_noise(two_step_path(
        'year', 'comparison_year', '1', 'target_year', 'target_level',
        'net_zero_year', 'cast(0 as double)'
    ), 12) }} as of_2019_ratio,
    source_release_key
from path
