-- the five legs of net zero per company and reading. A leg that is missing or failed leaves a near-term standing only; a leg that cannot be judged
-- leaves the question open.
{%- set deep = "(target.kind_code = 'long_term' or (target.kind_code = 'near_term' and target.scope_code = 's12'"
    ~ " and target.method_code = 'absolute' and target.counted_pct >= 90))" %}
with claimed as (
    select
        company.company_key,
        -- a target whose words cannot be read may be the leg that seems to be missing
        company.knows_every_target
        and not coalesce(bool_or(target.method_code = 'unreadable'), false) as knows_every_target
    from {{ ref('int_sbti__company') }} as company
    left join {{ ref('int_sbti__target') }} as target on target.company_key = company.company_key
    group by company.company_key, company.knows_every_target, company.net_zero_year
    having company.net_zero_year is not null or bool_or(target.kind_code = 'long_term')
),

legs as (
    select
        company.company_key,
        readings.reading,
        company.knows_every_target,
        -- a near-term target for scope 1 and 2 that is as deep as a long-term one stands for it.
        -- A set fails with one failed target and holds when all hold
        {%- for leg, condition in {
            'near_term': "judged.criterion_code in ('s12_near_term_absolute', 's12_sector_pathway') and target.kind_code = 'near_term'",
            's12_coverage': "judged.criterion_code = 's12_coverage' and " ~ deep,
            's3_coverage': "judged.criterion_code = 's3_long_term_coverage'",
            'year': "judged.criterion_code in ('long_term_year', 'long_term_year_power', 's12_near_term_absolute') and " ~ deep,
            'depth': "judged.criterion_code in ('long_term_absolute', 'long_term_intensity', 's12_near_term_absolute', 's12_sector_pathway') and "
                ~ deep,
        }.items() %}
        case min(
            case judged.result when 'fail' then 0 when 'not_assessable' then 1 else 2 end
        ) filter (where {{ condition }})
            when 0 then 'fail' when 1 then 'not_assessable' when 2 then 'pass'
            else case when company.knows_every_target then 'absent' else 'not_assessable' end
        end as {{ leg }}_leg
        {{- ',' if not loop.last }}
    {%- endfor %}
    from claimed as company
    cross join (values ('newsletter'), ('official_v1_2')) as readings (reading)
    left join {{ ref('int_sbti__assess_criterion') }} as judged
        on judged.company_key = company.company_key and judged.reading = readings.reading
    left join {{ ref('int_sbti__target') }} as target
        on target.company_key = judged.company_key and target.target_id = judged.target_id
    group by company.company_key, readings.reading, company.knows_every_target
),

counted as (
    select
        *,
        list_filter(
            [near_term_leg, s12_coverage_leg, s3_coverage_leg, year_leg, depth_leg],
            leg -> leg = 'pass'
        ) as passed,
        list_contains([s12_coverage_leg, s3_coverage_leg, year_leg, depth_leg], 'fail')
        or list_contains([s12_coverage_leg, s3_coverage_leg, year_leg, depth_leg], 'absent')
            as is_short
    from legs
)

select
    company_key,
    reading,
    case
        when near_term_leg in ('fail', 'absent') then 'none'
        when is_short and near_term_leg = 'pass' then 'near_term_only'
        when len(passed) = 5 then 'net_zero'
        else 'not_assessable'
    end as net_zero_verdict,
    case
        when near_term_leg in ('fail', 'absent') or is_short then 'fail' when
            len(passed) = 5
            then 'pass'
        else 'not_assessable'
    end as result,
    cast(len(passed) as double) as actual_value,
    'near-term '
    || near_term_leg
    || ', S1+2 coverage '
    || s12_coverage_leg
    || ', S3 coverage '
    || s3_coverage_leg
    || ', year '
    || year_leg
    || ', depth ' || depth_leg as explanation,
    nullif(concat_ws(
        ' ', case when near_term_leg = 'not_assessable' then 'near_term' end,
        case when s12_coverage_leg = 'not_assessable' then 's12_coverage' end,
        case when s3_coverage_leg = 'not_assessable' then 's3_coverage' end,
        case when year_leg = 'not_assessable' then 'long_term_year' end,
        case when depth_leg = 'not_assessable' then 'long_term_depth' end
    ), '') as missing_inputs
from counted
