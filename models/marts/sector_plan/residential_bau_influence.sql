with last_year as (
    select *
    from {{ ref('int_sector_plan__simulate_residential') }}
    where case_kind in ('low', 'high', 'mode')
    qualify year = max(year) over ()
),

moved as (
    select
        case_key as parameter_code,
        max(tco2e) filter (where case_kind = 'low') as low_tco2e,
        max(tco2e) filter (where case_kind = 'high') as high_tco2e,
        any_value(source_release_key) as source_release_key
    from last_year
    where case_kind in ('low', 'high')
    group by case_key
),

mode as (
    select max(tco2e) as mode_tco2e
    from last_year
    where case_kind = 'mode'
)

select
    moved.parameter_code,
    rule.low_value,
    rule.mode_value,
    rule.high_value,
    rule.unit_code,
    mode.mode_tco2e,
    moved.low_tco2e - mode.mode_tco2e as at_low_change_tco2e,
    moved.high_tco2e - mode.mode_tco2e as at_high_change_tco2e,
    abs(moved.high_tco2e - moved.low_tco2e) as range_tco2e,
    cast(
        row_number() over (order by range_tco2e desc, moved.parameter_code) as integer
    ) as sort_order,
    rule.source,
    moved.source_release_key
from moved
inner join {{ ref('rule_residential_parameter') }} as rule
    on rule.parameter_code = moved.parameter_code
cross join mode
