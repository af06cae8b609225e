-- inside the range, and their mean within five standard errors of (low + mode + high) / 3: a hash
-- that is not uniform, or an inverse that is wrong
with drawn as (
    select
        sample.parameter_code,
        sample.period_code,
        count(*) as n,
        min(sample.parameter_value) as least,
        max(sample.parameter_value) as greatest,
        avg(sample.parameter_value) as mean,
        any_value(rule.low_value) as low,
        any_value(rule.mode_value) as mode,
        any_value(rule.high_value) as high
    from {{ ref('int_sector_plan__sample_parameter') }} as sample
    inner join
        {{ ref('rule_residential_parameter') }} as rule
        on rule.parameter_code = sample.parameter_code
    where sample.case_kind = 'draw'
    group by sample.parameter_code, sample.period_code
)

select
    'parameter '
    || parameter_code
    || ', '
    || period_code
    || ': '
    || n
    || ' draws from '
    || least
    || ' to '
    || greatest
    || ', mean '
    || mean
    || '; the triangle is ' || low || ', ' || mode || ', ' || high as problem
from drawn
where least < low or greatest > high
    or abs(mean - (low + mode + high) / 3)
    > 5
    * sqrt((low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18)
    / sqrt(n)
    + 1e-12
