select
    company_key,
    target_id,
    's12_coverage' as criterion_code,
    coverage_pct as actual_value,
    {{ named({'coverage_pct': 'coverage_pct is null'}) }} as missing_inputs
from {{ ref('int_sbti__target') }}
where scope_code in ('s1', 's2', 's12', 's123')
    and kind_code in ('near_term', 'long_term')
    and method_code <> 'unreadable'
union all by name
select
    company_key,
    'company' as target_id,
    's3_target_needed' as criterion_code,
    reading,
    scope3_tco2e as actual_value,
    total_tco2e as base_value,
    {{ named({
        'scope1_tco2e': 'scope1_tco2e is null',
        'scope2_tco2e': 'scope2_tco2e is null',
        'scope3_tco2e': 'scope3_tco2e is null',
        'emissions_above_zero': 'total_tco2e = 0',
        'sells_fossil_fuel': 'sells_fossil_fuel is null and coalesce(is_scope3_small, true)',
        'has_scope3_target': 'not knows_every_target and has_scope3_target is null',
    }) }} as missing_inputs,
    case
        when has_scope3_row or has_scope3_target then 'met'
        when sells_fossil_fuel and (knows_every_target or not has_scope3_target) then 'not_met'
    end as forced_result,
    case
        when has_scope3_row or has_scope3_target then 'a scope 3 target is set'
        when sells_fossil_fuel then 'needed at any share: sells fossil fuel'
        else 'no scope 3 target; one is needed from the required tonnes on'
    end as detail
from {{ ref('int_sbti__sum_coverage') }}
union all by name
select
    company_key,
    'company' as target_id,
    'fossil_fuel_target' as criterion_code,
    reading,
    category_11_count as actual_value,
    {{ named({
        'sells_fossil_fuel': 'sells_fossil_fuel is null',
        'covers_category_11': 'sells_fossil_fuel and is_category_11_open',
        'targets': 'sells_fossil_fuel and not knows_every_target',
    }) }} as missing_inputs,
    case when category_11_count > 0 then 'met' end as forced_result,
    'targets for use of sold products'
    || case when reading = 'newsletter' then '' else ', engagement not counted' end as detail
from {{ ref('int_sbti__sum_coverage') }}
where coalesce(sells_fossil_fuel, true)
union all by name
select
    target.company_key,
    target.target_id,
    'fossil_fuel_coverage' as criterion_code,
    'official_v1_2' as reading,
    target.category_11_coverage_pct as actual_value,
    {{ named({'category_11_coverage_pct': 'target.category_11_coverage_pct is null'}) }}
        as missing_inputs,
    'share of category 11' as detail
from {{ ref('int_sbti__target') }} as target
inner join {{ ref('int_sbti__company') }} as company on company.company_key = target.company_key
where company.sells_fossil_fuel and target.covers_category_11 and target.kind_code = 'near_term'
union all by name
-- what is known may be enough already, and a target that is not needed need not cover anything
select
    company_key,
    'company' as target_id,
    's3_near_term_coverage' as criterion_code,
    reading,
    scope3_near_pct as actual_value,
    {{ named({
        'coverage_pct': 'is_scope3_near_open or not has_scope3_near_row',
        'share_of_scope3': 'total_tco2e is null',
    }) }} as missing_inputs,
    case when scope3_near_pct >= scope3_near_required_pct or is_scope3_small then 'met' end
        as forced_result,
    case
        when is_scope3_small then 'not needed: scope 3 is below the share that needs a target'
        else 'near-term scope 3 targets together'
    end as detail
from {{ ref('int_sbti__sum_coverage') }}
where has_scope3_near_row or has_scope3_target
union all by name
select
    company_key,
    'company' as target_id,
    's3_long_term_coverage' as criterion_code,
    reading,
    scope3_long_pct as actual_value,
    {{ named({'coverage_pct': 'is_scope3_long_open'}) }} as missing_inputs,
    'long-term scope 3 targets together' as detail
from {{ ref('int_sbti__sum_coverage') }}
where has_scope3_long_row
union all by name
select
    company_key,
    'company' as target_id,
    'parent_level' as criterion_code,
    cast(includes_subsidiaries as integer) as actual_value,
    {{ named({
        'level_code': 'level_code is null',
        'includes_subsidiaries': "level_code = 'parent' and includes_subsidiaries is null",
    }) }} as missing_inputs,
    case when level_code = 'subsidiary' then 'met' end as forced_result,
    case
        when level_code = 'subsidiary' then 'a subsidiary alone: the group should submit'
        else 'subsidiaries are inside the target'
    end as detail,
    {{ named({'subsidiary_only': "level_code = 'subsidiary'"}) }} as flags
from {{ ref('int_sbti__company') }}
