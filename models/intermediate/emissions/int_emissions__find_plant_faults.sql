with plants as (
    select
        emissions.*,
        lag(emissions.total_tco2e) over by_year as before_tco2e,
        lag(emissions.year) over by_year as year_before,
        rule.dq25_jump_ratio
    from {{ ref('int_emissions__select_as_of') }} as emissions
    left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = emissions.year
    window by_year as (partition by emissions.control_no order by emissions.year)
)

select
    dataset,
    'DQ25' as rule_code,
    control_no as entity_key,
    year as period,
    'total_tco2e' as column_name,
    total_tco2e::varchar as raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    'from ' || round(before_tco2e) || ' t in ' || year_before || ' to ' || round(total_tco2e)
    || ' t: more than ' || format('{:g}', dq25_jump_ratio) || ' times up or down' as explanation,
    source_release_key
from plants
where year_before = year - 1
    and before_tco2e > 0
    and (
        total_tco2e > before_tco2e * dq25_jump_ratio
        or total_tco2e < before_tco2e / dq25_jump_ratio
    )

union all by name
select
    dataset,
    'DQ09' as rule_code,
    control_no as entity_key,
    year as period,
    'tax_id' as column_name,
    registered_tax_id as raw_value,
    'warning' as severity,
    'the check digit of the tax id is wrong' as explanation,
    source_release_key
from plants
where registered_tax_id is not null and not {{ tax_id_is_valid('registered_tax_id') }}

union all by name
select
    'plant_coordinates' as dataset,
    'DQ28' as rule_code,
    control_no as entity_key,
    'longitude|latitude' as column_name,
    published_point as raw_value,
    'warning' as severity,
    case coordinate_quality
        when 'zero' then 'zero is no place'
        when 'outside_taiwan' then 'the point lies outside Taiwan'
        else 'another plant has the same point'
    end as explanation,
    source_release_key
from {{ ref('int_emissions__grade_coordinates') }}
where coordinate_quality <> 'published'
