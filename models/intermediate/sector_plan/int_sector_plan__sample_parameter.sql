{%- set seed = var('residential_seed', 'netzero') | replace("'", "''") %}
{%- set draws = var('residential_draws', 10000) | int %}

with periods as (
    select 'all' as period_code
    union all
    select cast(unnest(range(first_year, last_year + 1)) as varchar) as period_code
    from {{ ref('int_sector_plan__period') }}
),

-- parameters that vary from year to year have a draw for each year
parameter as (
    select
        rule.*,
        periods.period_code
    from {{ ref('rule_residential_parameter') }} as rule
    inner join periods on rule.is_yearly = (periods.period_code <> 'all')
),

draws as (
    select cast(unnest(range(1, {{ draws }} + 1)) as integer) as draw_no
),

drawn as (
    select
        parameter.*,
        draws.draw_no,
        -- it depends on nothing else: not on order, threads or the number of draws
        md5(
            concat_ws(
                ':',
                '{{ seed }}',
                draws.draw_no,
                parameter.parameter_code,
                nullif(parameter.period_code, 'all')
            )
        ) as hash,
        -- 52 bits, in (0, 1)
        (cast('0x' || substr(hash, 1, 13) as ubigint) + 0.5) / 4503599627370496 as u
    from parameter
    cross join draws
)

select
    'draw' as case_kind,
    cast(draw_no as varchar) as case_key,
    parameter_code,
    period_code,
    {{ without_noise('case
        when high_value = low_value then mode_value
        when u < (mode_value - low_value) / (high_value - low_value)
            then low_value + sqrt(u * (high_value - low_value) * (mode_value - low_value))
        else high_value - sqrt((1 - u) * (high_value - low_value) * (high_value - mode_value))
    end', 12) }} as parameter_value
from drawn
union all by name
select
    'mode' as case_kind,
    'mode' as case_key,
    parameter_code,
    period_code,
    mode_value as parameter_value
from parameter
union all by name
select
    side.case_kind,
    moved.parameter_code as case_key,
    parameter.parameter_code,
    parameter.period_code,
    case
        when parameter.parameter_code <> moved.parameter_code then parameter.mode_value
        when side.case_kind = 'low' then parameter.low_value
        else parameter.high_value
    end as parameter_value
from parameter
cross join {{ ref('rule_residential_parameter') }} as moved
cross join (select unnest(['low', 'high']) as case_kind) as side
