-- years and days of the targets and of the company, beside the windows: one row per target or company and criterion
with near_base as (
    select
        company_key,
        scope_code,
        list(base_year) as base_years,
        bool_or(base_year is null) as is_unknown
    from {{ ref('int_sbti__target') }}
    where kind_code = 'near_term'
    group by company_key, scope_code
),

company as (
    select
        company.*,
        coalesce(target.has_long_term, false) as has_long_term,
        target.is_deep,
        coalesce(company.submission_date, company.assessed_date) as commitment_end_date
    from {{ ref('int_sbti__company') }} as company
    left join (
        select
            company_key,
            bool_or(kind_code = 'long_term') as has_long_term,
            -- a near-term set as deep as a long-term one: 90 % absolute, 97 % intensity, scope 1 and 2 among them
            bool_and(
                counted_pct >= case when method_code = 'absolute' then 90 else 97 end
            ) filter (where kind_code = 'near_term')
            and bool_or(kind_code = 'near_term' and scope_code in ('s12', 's123')) as is_deep
        from {{ ref('int_sbti__target') }}
        group by company_key
    ) as target on target.company_key = company.company_key
)

select
    company_key,
    target_id,
    'base_year' as criterion_code,
    base_year as actual_value,
    cast(null as double) as base_value,
    case when base_year is null then 'base_year' end as missing,
    cast(null as varchar) as forced_result,
    cast(null as varchar) as detail,
    false as is_first_half
from {{ ref('int_sbti__target') }}
where kind_code in ('near_term', 'long_term') and method_code <> 'unreadable'
union all
select
    target.company_key,
    target.target_id,
    'base_year_shared',
    target.base_year,
    case
        when list_contains(near_base.base_years, target.base_year) then target.base_year else
            list_min(near_base.base_years)
    end,
    case
        when
            target.base_year is null
            or (near_base.is_unknown and not list_contains(near_base.base_years, target.base_year))
            then 'base_year'
    end,
    null,
    'base year of the near-term target of this scope',
    false
from {{ ref('int_sbti__target') }} as target
inner join
    near_base
    on near_base.company_key = target.company_key and near_base.scope_code = target.scope_code
where target.kind_code = 'long_term' and target.method_code <> 'unreadable'
union all
select
    company_key,
    target_id,
    case when kind_code = 'near_term' then 'near_term_window' else 'supplier_engagement' end,
    target_year - year(submission_date),
    null,
    nullif(concat_ws(
        ' ', case when target_year is null then 'target_year' end,
        case when submission_date is null then 'submission_date' end
    ), ''),
    null,
    'years from submission in ' || year(submission_date) || ' to ' || target_year,
    coalesce(month(submission_date) <= 6, false) and kind_code = 'near_term'
from {{ ref('int_sbti__target') }}
where kind_code in ('near_term', 'supplier_engagement') and method_code <> 'unreadable'
union all
select
    target.company_key,
    target.target_id,
    case when company.is_power_sector then 'long_term_year_power' else 'long_term_year' end,
    target.target_year,
    null,
    nullif(concat_ws(
        ' ', case when target.target_year is null then 'target_year' end,
        case when company.is_power_sector is null then 'is_power_sector' end
    ), ''),
    null,
    null,
    false
from {{ ref('int_sbti__target') }} as target
inner join company on company.company_key = target.company_key
where target.kind_code = 'long_term' and target.method_code <> 'unreadable'
union all
select
    company_key,
    'company',
    'commitment',
    {{ years_between('commitment_date', 'commitment_end_date') }},
    null,
    case when commitment_date is null then 'commitment_date' end,
    null,
    case
        when submission_date is null then 'not submitted by ' || assessed_date else
            'submitted on ' || submission_date
    end,
    false
from company
where commitment_date is not null
    or sbti_status in ('Committed', 'Commitment removed', 'committed', 'commitment_removed')
union all
select
    company_key,
    'company',
    'long_term_needed',
    net_zero_year - year(submission_date),
    null,
    nullif(concat_ws(
        ' ', case when submission_date is null then 'submission_date' end,
        case when not knows_every_target then 'long_term_target' end
    ), ''),
    case when has_long_term or is_deep then 'pass' end,
    case
        when has_long_term then 'a long-term target is set' when
            is_deep
            then 'the near-term targets are as deep'
        else 'years to net zero; no long-term target'
    end,
    false
from company
where net_zero_year is not null
union all
select
    company_key,
    'company',
    'review',
    {{ years_between('coalesce(review_date, validation_date)', 'assessed_date') }},
    null,
    null,
    null,
    'last reviewed or published on ' || coalesce(review_date, validation_date),
    false
from company
where validation_date is not null
union all
select
    company_key,
    'company',
    'recalculation',
    abs(base_year_change_pct),
    null,
    case when base_year_change_pct is null then 'base_year_change_pct' end,
    null,
    'change of the emissions of the base year',
    false
from company
where validation_date is not null
