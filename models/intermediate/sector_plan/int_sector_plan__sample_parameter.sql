-- values of the residential model's parameters, case by case: draws, all at their mode, and each at its low and high with the others at their mode.
-- A draw is md5(seed:draw:parameter), so it depends on nothing else: not on order, threads or the number of draws. 52 bits of it make u in (0, 1),
-- and the inverse of the triangular distribution makes the value. Parameters that vary from year to year have a draw for each year.
{%- set seed = var('residential_seed', 'netzero') | replace("'", "''") %}

with parameter as (
    select
        rule.*,
        periods.period_code
    from {{ ref('rule_residential_parameter') }} as rule
    cross join
        (select unnest(['all', '2026', '2027', '2028', '2029', '2030']) as period_code) as periods
    where rule.is_yearly = (periods.period_code <> 'all')
),

drawn as (
    select
        parameter.*,
        draws.draw_no,
        md5(
            concat_ws(
                ':',
                '{{ seed }}',
                draws.draw_no,
                parameter.parameter_code,
                nullif(parameter.period_code, 'all')
            )
        ) as hash,
        (cast('0x' || substr(hash, 1, 13) as ubigint) + 0.5) / 4503599627370496 as u
    from parameter
    cross join
        (
            select
                cast(unnest(range(1, {{ var('residential_draws', 10000) | int }} + 1)) as integer)
                    as draw_no
        )
            as draws
)

select
    'draw' as case_kind,
    cast(draw_no as varchar) as case_key,
    parameter_code,
    period_code,
    {{ without_noise('case
        when high_value = low_value then mode_value
        when u < (mode_value - low_value) / (high_value - low_value) then low_value + sqrt(u * (high_value - low_value) * (mode_value - low_value))
        else high_value - sqrt((1 - u) * (high_value - low_value) * (high_value - mode_value))
    end', 12) }} as parameter_value
from drawn
union all
select
    'mode',
    'mode',
    parameter_code,
    period_code,
    mode_value
from parameter
union all
select
    side.case_kind,
    moved.parameter_code,
    parameter.parameter_code,
    parameter.period_code,
    case
        when parameter.parameter_code <> moved.parameter_code then parameter.mode_value
        when side.case_kind = 'low' then parameter.low_value
        else parameter.high_value
    end
from parameter
cross join {{ ref('rule_residential_parameter') }} as moved
cross join (select unnest(['low', 'high']) as case_kind) as side
