with company as (
    select
        *,
        coalesce(submission_date, assessed_date) as commitment_end_date,
        coalesce(review_date, validation_date) as last_review_date
    from {{ ref('int_sbti__company') }}
)

select
    company_key,
    'company' as target_id,
    'commitment' as criterion_code,
    {{ years_between('commitment_date', 'commitment_end_date') }} as actual_value,
    {{ named({'commitment_date': 'commitment_date is null'}) }} as missing_inputs,
    case
        when submission_date is null then 'not submitted by ' || assessed_date
        else 'submitted on ' || submission_date
    end as detail
from company
where commitment_date is not null or sbti_status in ('committed', 'commitment_removed')
union all by name
select
    company_key,
    'company' as target_id,
    'review' as criterion_code,
    {{ years_between('last_review_date', 'assessed_date') }} as actual_value,
    'last reviewed or published on ' || last_review_date as detail
from company
where validation_date is not null
union all by name
select
    company_key,
    'company' as target_id,
    'recalculation' as criterion_code,
    abs(base_year_change_pct) as actual_value,
    {{ named({'base_year_change_pct': 'base_year_change_pct is null'}) }} as missing_inputs,
    'change of the emissions of the base year' as detail
from company
where validation_date is not null
