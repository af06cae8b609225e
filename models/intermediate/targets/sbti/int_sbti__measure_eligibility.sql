-- what must hold before anything else: possible figures, no fossil fuel company, scope 1 and 2
with covered as (
    select
        company_key,
        coalesce(bool_or(
            scope_code in ('s1', 's12', 's123') and kind_code = 'near_term'
            and method_code <> 'unreadable'
        ), false) as has_scope1,
        -- renewable electricity stands for scope 2
        coalesce(bool_or(
            (
                scope_code in ('s2', 's12', 's123') and kind_code = 'near_term'
                and method_code <> 'unreadable'
            )
            or kind_code = 'renewable_electricity'
        ), false) as has_scope2,
        coalesce(bool_or(method_code = 'unreadable'), false) as has_unreadable
    from {{ ref('int_sbti__target') }}
    group by company_key
    having bool_or(kind_code <> 'renewable_electricity')
),

shared as (
    select
        company.*,
        covered.has_scope1,
        covered.has_scope2,
        covered.has_unreadable,
        100 * case when covered.has_scope1 then company.scope1_tco2e else company.scope2_tco2e end
        / nullif(company.scope1_tco2e + company.scope2_tco2e, 0) as alone_pct
    from {{ ref('int_sbti__company') }} as company
    inner join covered on covered.company_key = company.company_key
)

select
    company_key,
    'company' as target_id,
    's12_target_needed' as criterion_code,
    case
        when has_scope1 and has_scope2 then 100.0
        when has_scope1 or has_scope2 then alone_pct
        else 0.0
    end as actual_value,
    {{ named({
        'scope1_tco2e': 'has_scope1 <> has_scope2 and scope1_tco2e is null',
        'scope2_tco2e': 'has_scope1 <> has_scope2 and scope2_tco2e is null',
        'targets': 'not (has_scope1 and has_scope2) and not knows_every_target',
        'target_language': 'not (has_scope1 and has_scope2) and has_unreadable',
    }) }} as missing_inputs,
    case
        when has_scope1 and has_scope2 then 'near-term targets for scope 1 and 2'
        when has_scope1 then 'share of scope 1: no near-term target for scope 2'
        when has_scope2 then 'share of scope 2: no near-term target for scope 1'
        else 'no near-term target for scope 1 and 2'
    end as detail
from shared
union all by name
select
    shared.company_key,
    'company' as target_id,
    'fossil_eligibility' as criterion_code,
    shared.fossil_revenue_pct as actual_value,
    {{ named({
        'fossil_revenue_pct': 'shared.fossil_revenue_pct is null',
        'extracts_fossil_fuel': 'shared.extracts_fossil_fuel is null',
    }) }} as missing_inputs,
    case
        when shared.extracts_fossil_fuel then 'not_met'
        -- a share that is too much is enough, whatever is not known of extraction
        when shared.fossil_revenue_pct >= rule.fossil_revenue_limit_pct then 'not_met'
    end as forced_result,
    case
        when shared.extracts_fossil_fuel then 'extracts fossil fuel'
        else 'share of revenue from fossil fuel'
    end as detail
from shared
inner join {{ ref('int_sbti__rule_in_force') }} as rule
    on rule.company_key = shared.company_key and rule.reading = 'official_v1_2'
union all by name
select
    target.company_key,
    target.target_id,
    'possible_figures' as criterion_code,
    cast(coalesce(len(refused.reasons), 0) as double) as actual_value,
    coalesce('impossible: ' || array_to_string(refused.reasons, ', '), 'figures that can be')
        as detail
from (
    select
        company_key,
        target_id
    from {{ ref('int_sbti__target') }}
    where method_code <> 'unreadable'
    union all
    select
        company_key,
        'company' as target_id
    from shared
) as target
left join {{ ref('int_sbti__refuse_figures') }} as refused
    on refused.company_key = target.company_key and refused.target_id = target.target_id
