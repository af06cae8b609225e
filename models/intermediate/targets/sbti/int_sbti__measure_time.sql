with near_base as (
    select
        company_key,
        scope_code,
        list(base_year) as base_years,
        bool_or(base_year is null) as is_unknown
    from {{ ref('int_sbti__target') }}
    where kind_code = 'near_term'
    group by company_key, scope_code
)

select
    company_key,
    target_id,
    'base_year' as criterion_code,
    cast(base_year as double) as actual_value,
    {{ named({'base_year': 'base_year is null'}) }} as missing_inputs
from {{ ref('int_sbti__target') }}
where kind_code in ('near_term', 'long_term') and method_code <> 'unreadable'
union all by name
select
    target.company_key,
    target.target_id,
    'base_year_shared' as criterion_code,
    target.base_year as actual_value,
    cast(
        case
            when list_contains(near_base.base_years, target.base_year) then target.base_year
            else list_min(near_base.base_years)
        end as double
    ) as base_value,
    {{ named({'base_year': 'target.base_year is null or (near_base.is_unknown'
        ~ ' and not list_contains(near_base.base_years, target.base_year))'}) }} as missing_inputs,
    'base year of the near-term target of this scope' as detail
from {{ ref('int_sbti__target') }} as target
inner join near_base
    on near_base.company_key = target.company_key and near_base.scope_code = target.scope_code
where target.kind_code = 'long_term' and target.method_code <> 'unreadable'
union all by name
select
    company_key,
    target_id,
    case when kind_code = 'near_term' then 'near_term_window' else 'supplier_engagement' end
        as criterion_code,
    target_year - year(submission_date) as actual_value,
    {{ named({
        'target_year': 'target_year is null',
        'submission_date': 'submission_date is null',
    }) }} as missing_inputs,
    'years from submission in ' || year(submission_date) || ' to ' || target_year as detail,
    coalesce(month(submission_date) <= 6, false) and kind_code = 'near_term' as is_first_half
from {{ ref('int_sbti__target') }}
where kind_code in ('near_term', 'supplier_engagement') and method_code <> 'unreadable'
union all by name
-- the newsletter also counts the same window from the base year
select
    company_key,
    target_id,
    'near_term_window_base_year' as criterion_code,
    target_year - base_year as actual_value,
    {{ named({
        'target_year': 'target_year is null',
        'base_year': 'base_year is null',
    }) }} as missing_inputs,
    'years from the base year ' || base_year || ' to ' || target_year as detail
from {{ ref('int_sbti__target') }}
where kind_code = 'near_term' and method_code <> 'unreadable'
union all by name
select
    target.company_key,
    target.target_id,
    -- 能源部門 of the newsletter is wider than the power sector of the standard
    unnest(
        case
            when company.is_energy_sector and not company.is_power_sector
                then ['long_term_year_power', 'long_term_year']
            when company.is_power_sector then ['long_term_year_power']
            else ['long_term_year']
        end
    ) as criterion_code,
    unnest(
        case
            when company.is_energy_sector and not company.is_power_sector
                then ['newsletter', 'official_v1_2']
            else [cast(null as varchar)]
        end
    ) as reading,
    target.target_year as actual_value,
    {{ named({
        'target_year': 'target.target_year is null',
        'is_power_sector': 'company.is_power_sector is null',
    }) }} as missing_inputs
from {{ ref('int_sbti__target') }} as target
inner join {{ ref('int_sbti__company') }} as company on company.company_key = target.company_key
where target.kind_code = 'long_term' and target.method_code <> 'unreadable'
