-- a leg that is missing or failed leaves a near-term standing only; a leg that cannot be judged
-- leaves the question open
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

resting as (
    select
        criterion.company_key,
        criterion.reading,
        leg.leg_code,
        criterion.result
    from {{ ref('int_sbti__assess_criterion') }} as criterion
    inner join {{ ref('rule_sbti_net_zero_leg') }} as leg
        on leg.criterion_code = criterion.criterion_code
    inner join {{ ref('int_sbti__rule_in_force') }} as rule
        on rule.company_key = criterion.company_key and rule.reading = criterion.reading
    left join {{ ref('int_sbti__target') }} as target
        on target.company_key = criterion.company_key and target.target_id = criterion.target_id
    where leg.subject_code = 'company'
        or (leg.subject_code = 'near_term' and target.kind_code = 'near_term')
        or (leg.subject_code = 'deep' and target.kind_code = 'long_term')
        -- a near-term target for scope 1 and 2 as deep as a long-term one stands for it
        or (
            leg.subject_code = 'deep'
            and target.kind_code = 'near_term'
            and target.scope_code = 's12'
            and target.method_code = 'absolute'
            and target.counted_pct >= rule.deep_absolute_pct
        )
),

-- a leg fails with one failed criterion and holds when all hold
legs as (
    select
        claimed.company_key,
        leg.reading,
        leg.leg_code,
        leg.name_en,
        leg.sort_order,
        case
            when bool_or(resting.result = 'not_met') then 'not_met'
            when bool_or(resting.result = 'insufficient_data') then 'insufficient_data'
            when count(resting.result) > 0 then 'met'
            when claimed.knows_every_target then 'absent'
            else 'insufficient_data'
        end as leg_result
    from claimed
    cross join (
        select distinct
            criterion.reading,
            net_zero.leg_code,
            net_zero.name_en,
            net_zero.sort_order
        from {{ ref('rule_sbti_net_zero_leg') }} as net_zero
        cross join {{ ref('rule_sbti_criterion') }} as criterion
    ) as leg
    left join resting
        on resting.company_key = claimed.company_key
            and resting.reading = leg.reading
            and resting.leg_code = leg.leg_code
    group by
        claimed.company_key,
        claimed.knows_every_target,
        leg.reading,
        leg.leg_code,
        leg.name_en,
        leg.sort_order
),

counted as (
    select
        company_key,
        reading,
        max(leg_result) filter (where leg_code = 'near_term') as near_term_result,
        count(*) filter (where leg_result = 'met') as met_count,
        count(*) as leg_count,
        count(*) filter (where leg_code <> 'near_term' and leg_result in ('not_met', 'absent')) > 0
            as is_short,
        string_agg(name_en || ' ' || leg_result, ', ' order by sort_order) as explanation,
        list(leg_code order by sort_order) filter (where leg_result = 'insufficient_data')
            as missing_inputs
    from legs
    group by company_key, reading
)

select
    company_key,
    reading,
    case
        when near_term_result in ('not_met', 'absent') then 'none'
        when is_short and near_term_result = 'met' then 'near_term_only'
        when met_count = leg_count then 'net_zero'
        else 'insufficient_data'
    end as net_zero_verdict,
    case
        when near_term_result in ('not_met', 'absent') or is_short then 'not_met'
        when met_count = leg_count then 'met'
        else 'insufficient_data'
    end as result,
    cast(met_count as double) as actual_value,
    explanation,
    missing_inputs
from counted
