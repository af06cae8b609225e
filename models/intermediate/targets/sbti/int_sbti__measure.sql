-- what is measured, with the days between which it was submitted
{%- set begin = "date '0001-01-01'" %}
with measured as (
    select * from {{ ref('int_sbti__measure_boundary') }}
    union all by name
    select * from {{ ref('int_sbti__measure_eligibility') }}
    union all by name
    select * from {{ ref('int_sbti__measure_time') }}
    union all by name
    select * from {{ ref('int_sbti__measure_depth') }}
    union all by name
    select * from {{ ref('int_sbti__measure_standing') }}
    union all by name
    select * from {{ ref('int_sbti__measure_ambition') }}
),

-- where renewable electricity stands for scope 2, it has to hold
leaning as (
    select company_key
    from {{ ref('int_sbti__target') }}
    group by company_key
    having bool_or(kind_code = 'near_term' and scope_code = 's1')
        and not bool_or(kind_code = 'near_term' and scope_code in ('s2', 's12', 's123'))
)

select
    measured.*,
    case
        when measured.criterion_code = 'renewable_electricity' and leaning.company_key is not null
            then 'required'
    end as role_code,
    company.assessed_date,
    coalesce(target.submission_date, company.submission_date) as submission_date,
    coalesce(target.submission_date, company.submission_date, {{ begin }}) as from_date,
    coalesce(target.submitted_by_date, company.submitted_by_date) as to_date,
    measured.criterion_code <> 'possible_figures' and refused.target_id is not null
        as rests_on_impossible
from measured
inner join {{ ref('int_sbti__company') }} as company
    on company.company_key = measured.company_key
left join {{ ref('int_sbti__target') }} as target
    on target.company_key = measured.company_key and target.target_id = measured.target_id
left join {{ ref('int_sbti__refuse_figures') }} as refused
    on refused.company_key = measured.company_key and refused.target_id = measured.target_id
left join leaning on leaning.company_key = measured.company_key
