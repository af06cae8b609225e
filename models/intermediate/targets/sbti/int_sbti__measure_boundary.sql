-- what the targets cover, beside what they must: one row per target or company and criterion. missing names every input that is not known;
-- forced_result decides where no number has to. reading is empty where both readings measure the same.
{%- set share = "(select max(required_value) from " ~ ref('rule_sbti_criterion') ~ " where criterion_code = 's3_target_needed')" %}
{%- set near_share = "(select max(required_value) from " ~ ref('rule_sbti_criterion') ~ " where criterion_code = 's3_near_term_coverage')" %}
with held as (
    select
        company.*,
        company.scope1_tco2e + company.scope2_tco2e + company.scope3_tco2e as total_tco2e,
        coalesce(target.scope3_count, 0) as scope3_count,
        coalesce(target.scope3_near_count, 0) as scope3_near_count,
        coalesce(target.scope3_long_count, 0) as scope3_long_count,
        target.scope3_near_pct,
        target.scope3_near_unknown,
        target.scope3_long_pct,
        target.scope3_long_unknown,
        coalesce(target.category_11_count, 0) as category_11_count,
        coalesce(target.category_11_reduction_count, 0) as category_11_reduction_count,
        target.category_11_unknown
    from {{ ref('int_sbti__company') }} as company
    left join (
        select
            company_key,
            count(*) filter (where scope_code in ('s3', 's123')) as scope3_count,
            count(*) filter (
                where scope_code in ('s3', 's123')
                and kind_code in ('near_term', 'supplier_engagement')
            ) as scope3_near_count,
            count(*) filter (where scope_code in ('s3', 's123') and kind_code = 'long_term')
                as scope3_long_count,
            sum(coverage_pct) filter (
                where scope_code in ('s3', 's123')
                and kind_code in ('near_term', 'supplier_engagement')
            ) as scope3_near_pct,
            count(*) filter (
                where scope_code in ('s3', 's123')
                and kind_code in ('near_term', 'supplier_engagement')
                and coverage_pct is null
            ) as scope3_near_unknown,
            sum(coverage_pct) filter (
                where scope_code in ('s3', 's123') and kind_code = 'long_term'
            ) as scope3_long_pct,
            count(*) filter (
                where scope_code in ('s3', 's123')
                and kind_code = 'long_term'
                and coverage_pct is null
            ) as scope3_long_unknown,
            count(*) filter (where covers_category_11) as category_11_count,
            count(*) filter (where covers_category_11 and kind_code <> 'supplier_engagement')
                as category_11_reduction_count,
            count(*) filter (where covers_category_11 is null) as category_11_unknown
        from {{ ref('int_sbti__target') }}
        group by company_key
    ) as target on target.company_key = company.company_key
),

fuel as (
    select
        *,
        'newsletter' as reading,
        category_11_count as target_count
    from held
    union all
    select
        *,
        'official_v1_2',
        category_11_reduction_count
    from held
)

select
    company_key,
    target_id,
    's12_coverage' as criterion_code,
    cast(null as varchar) as reading,
    coverage_pct as actual_value,
    cast(null as double) as base_value,
    case when coverage_pct is null then 'coverage_pct' end as missing,
    cast(null as varchar) as forced_result,
    cast(null as varchar) as detail,
    cast(null as varchar) as flags
from {{ ref('int_sbti__target') }}
where scope_code in ('s12', 's123')
    and kind_code in ('near_term', 'long_term')
    and method_code <> 'unreadable'
union all
select
    company_key,
    'company',
    's3_target_needed',
    null,
    scope3_tco2e,
    total_tco2e,
    nullif(concat_ws(
        ' ',
        case when scope1_tco2e is null then 'scope1_tco2e' end,
        case when scope2_tco2e is null then 'scope2_tco2e' end,
        case when scope3_tco2e is null then 'scope3_tco2e' end,
        case when total_tco2e = 0 then 'emissions_above_zero' end,
        -- who sells fossil fuel matters only below the share that asks for a target anyway
        case
            when
                sells_fossil_fuel is null
                and not coalesce(scope3_tco2e >= {{ share }} * total_tco2e, false)
                then 'sells_fossil_fuel'
        end,
        case when not knows_every_target and has_scope3_target is null then 'has_scope3_target' end
    ), ''),
    case
        when scope3_count > 0 or has_scope3_target then 'pass'
        when sells_fossil_fuel and (knows_every_target or not has_scope3_target) then 'fail'
    end,
    case
        when scope3_count > 0 or has_scope3_target then 'a scope 3 target is set'
        when sells_fossil_fuel then 'needed at any share: sells fossil fuel' else
            'no scope 3 target; one is needed from the required tonnes on'
    end,
    null
from held
union all
select
    company_key,
    'company',
    'fossil_fuel_target',
    reading,
    target_count,
    null,
    nullif(concat_ws(
        ' ', case when sells_fossil_fuel is null then 'sells_fossil_fuel' end,
        case when sells_fossil_fuel and category_11_unknown > 0 then 'covers_category_11' end,
        case when sells_fossil_fuel and not knows_every_target then 'targets' end
    ), ''),
    case when target_count > 0 then 'pass' end,
    'targets for use of sold products'
    || case when reading = 'newsletter' then '' else ', engagement not counted' end,
    null
from fuel
where coalesce(sells_fossil_fuel, true)
union all
select
    target.company_key,
    target.target_id,
    'fossil_fuel_coverage',
    'official_v1_2',
    target.category_11_coverage_pct,
    null,
    case when target.category_11_coverage_pct is null then 'category_11_coverage_pct' end,
    null,
    'share of category 11',
    null
from {{ ref('int_sbti__target') }} as target
inner join {{ ref('int_sbti__company') }} as company on company.company_key = target.company_key
where company.sells_fossil_fuel and target.covers_category_11 and target.kind_code = 'near_term'
union all
-- what is known may be enough already, and a target that is not needed need not cover anything
select
    company_key,
    'company',
    's3_near_term_coverage',
    null,
    scope3_near_pct,
    null,
    nullif(concat_ws(
        ' ', case when scope3_near_unknown > 0 or scope3_near_count = 0 then 'coverage_pct' end,
        case when total_tco2e is null then 'share_of_scope3' end
    ), ''),
    case
        when
            scope3_near_pct >= {{ near_share }} or scope3_tco2e < {{ share }} * total_tco2e
            then 'pass'
    end,
    case
        when
            scope3_tco2e < {{ share }} * total_tco2e
            then 'not needed: scope 3 is below the share that needs a target'
        else 'near-term scope 3 targets together'
    end,
    null
from held
where scope3_near_count > 0 or has_scope3_target
union all
select
    company_key,
    'company',
    's3_long_term_coverage',
    null,
    scope3_long_pct,
    null,
    case when scope3_long_unknown > 0 then 'coverage_pct' end,
    null,
    'long-term scope 3 targets together',
    null
from held
where scope3_long_count > 0
union all
select
    company_key,
    'company',
    'parent_level',
    null,
    cast(includes_subsidiaries as integer),
    null,
    case
        when level_code is null then 'level_code' when
            level_code = 'parent' and includes_subsidiaries is null
            then 'includes_subsidiaries'
    end,
    case when level_code = 'subsidiary' then 'pass' end,
    case
        when level_code = 'subsidiary' then 'a subsidiary alone: the group should submit' else
            'subsidiaries are inside the target'
    end,
    case when level_code = 'subsidiary' then 'subsidiary_only' end
from held
