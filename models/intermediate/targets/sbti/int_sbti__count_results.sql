with counted as (
    select
        company_key,
        reading,
        count(*) filter (where result = 'met') as met_count,
        count(*) filter (where result = 'not_met') as not_met_count,
        count(*) filter (where result = 'insufficient_data') as insufficient_data_count,
        bool_or(role_code = 'required' and result = 'not_met') as is_failed,
        bool_or(role_code = 'required' and result = 'insufficient_data') as is_open,
        bool_or(role_code = 'required' and result_today = 'not_met') as is_failed_today,
        bool_or(role_code = 'required' and result_today = 'insufficient_data') as is_open_today,
        list(distinct criterion_code) filter (
            where result = 'not_met' and role_code = 'required'
        ) as failed_criteria,
        list(distinct criterion_code) filter (
            where result = 'not_met' and role_code <> 'required'
        ) as other_failed_criteria,
        list(distinct criterion_code) filter (where result = 'insufficient_data') as open_criteria,
        list(missing_inputs) filter (where result = 'insufficient_data') as missing_inputs,
        bool_or(result = 'not_met' and criterion_code like 'classification_%')
            as is_class_disputed,
        max(result) filter (where criterion_code = 'commitment') as commitment_result
    from {{ ref('int_sbti__assess_target') }}
    group by company_key, reading
),

targets as (
    select
        company_key,
        count(*) as target_count
    from {{ ref('int_sbti__target') }}
    where kind_code <> 'renewable_electricity'
    group by company_key
)

select
    counted.company_key,
    counted.reading,
    case
        when targets.target_count is null then 'not_applicable'
        when counted.is_failed then 'not_met'
        when counted.is_open then 'insufficient_data'
        else 'met'
    end as verdict,
    -- a target that was valid when submitted may fall short of today's criteria
    case
        when targets.target_count is null then null
        when counted.is_failed_today then true
        when not counted.is_open_today then false
    end as is_short_of_today,
    cast(coalesce(targets.target_count, 0) as integer) as target_count,
    cast(counted.met_count as integer) as met_count,
    cast(counted.not_met_count as integer) as not_met_count,
    cast(counted.insufficient_data_count as integer) as insufficient_data_count,
    list_sort(counted.failed_criteria) as failed_criteria,
    list_sort(counted.other_failed_criteria) as other_failed_criteria,
    list_sort(counted.open_criteria) as open_criteria,
    list_sort(list_distinct(flatten(counted.missing_inputs))) as missing_inputs,
    counted.is_class_disputed,
    counted.commitment_result
from counted
left join targets on targets.company_key = counted.company_key
