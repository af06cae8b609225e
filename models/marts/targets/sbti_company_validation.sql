-- one row per company and reading: the verdict over the required criteria, beside the SBTi's own standing
with summed as (
    select
        company_key,
        reading,
        count(*) filter (where result = 'pass') as passed_count,
        count(*) filter (where result = 'fail') as failed_count,
        count(*) filter (where result = 'not_assessable') as not_assessable_count,
        count(*) filter (where result = 'fail' and role_code = 'required') as required_failed_count,
        count(*) filter (where result = 'not_assessable' and role_code = 'required')
            as required_open_count,
        count(*) filter (where result_today = 'fail' and role_code = 'required')
            as failed_today_count,
        count(*) filter (where result_today = 'not_assessable' and role_code = 'required')
            as open_today_count,
        string_agg(distinct criterion_code, ' ' order by criterion_code) filter (
            where result = 'fail' and role_code = 'required'
        ) as failed_criteria,
        string_agg(distinct criterion_code, ' ' order by criterion_code) filter (
            where result = 'fail' and role_code <> 'required'
        )
            as other_failed_criteria,
        string_agg(distinct criterion_code, ' ' order by criterion_code) filter (
            where result = 'not_assessable'
        ) as open_criteria,
        bool_or(result = 'fail' and criterion_code like 'classification_%') as is_class_disputed,
        max(result) filter (where criterion_code = 'commitment') as commitment_result
    from {{ ref('int_sbti__assess_target') }}
    group by company_key, reading
),

missing as (
    select
        company_key,
        reading,
        string_agg(distinct input, ' ' order by input) as missing_inputs
    from (
        select
            company_key,
            reading,
            unnest(string_split(missing_inputs, ' ')) as input
        from {{ ref('int_sbti__assess_target') }}
        where result = 'not_assessable'
    )
    group by company_key, reading
),

targets as (
    select
        company_key,
        count(*) filter (where kind_code <> 'renewable_electricity') as target_count
    from {{ ref('int_sbti__target') }}
    group by company_key
),

judged as (
    select
        company.company_key,
        company.input_code,
        company.tax_id,
        company.company_name,
        company.route_code,
        summed.reading,
        case
            when coalesce(targets.target_count, 0) = 0 then 'no_target'
            when summed.required_failed_count > 0 then 'fails'
            when summed.required_open_count > 0 then 'not_assessable'
            else 'meets'
        end as verdict,
        coalesce(net_zero.net_zero_verdict, 'not_claimed') as net_zero_verdict,
        summed.failed_today_count,
        summed.open_today_count,
        coalesce(targets.target_count, 0) as target_count,
        summed.passed_count,
        summed.failed_count,
        summed.not_assessable_count,
        summed.failed_criteria,
        summed.other_failed_criteria,
        summed.open_criteria,
        missing.missing_inputs,
        case
            when company.submission_date is not null then 'Targets set'
            when summed.commitment_result = 'pass' then 'Committed'
            when summed.commitment_result = 'fail' then 'Commitment removed'
        end as status_by_dates,
        company.sbti_status,
        company.sbti_classification,
        lower(company.sbti_status) = 'targets set'
        or company.sbti_status like 'approved%' as is_approved,
        coalesce(summed.is_class_disputed, false) as is_class_disputed,
        company.assessed_date,
        company.source_release_key
    from {{ ref('int_sbti__company') }} as company
    inner join summed on summed.company_key = company.company_key
    left join
        missing
        on missing.company_key = summed.company_key and missing.reading = summed.reading
    left join targets on targets.company_key = company.company_key
    left join {{ ref('int_sbti__assess_net_zero') }} as net_zero
        on net_zero.company_key = summed.company_key and net_zero.reading = summed.reading
)

select
    company_key,
    input_code,
    tax_id,
    company_name,
    route_code,
    reading,
    verdict,
    net_zero_verdict,
    -- the standing of today's criteria: a target that was valid when submitted may fall short of them
    case
        when verdict = 'no_target' then null when failed_today_count > 0 then true when
            open_today_count = 0
            then false
    end as is_short_of_today,
    cast(target_count as integer) as target_count,
    cast(passed_count as integer) as passed_count,
    cast(failed_count as integer) as failed_count,
    cast(not_assessable_count as integer) as not_assessable_count,
    failed_criteria,
    other_failed_criteria,
    open_criteria,
    missing_inputs,
    sbti_status,
    sbti_classification,
    status_by_dates,
    -- null where nothing can be compared: no standing known, or no verdict
    case
        when is_class_disputed then true
        when is_approved and verdict = 'fails' then true
        when
            sbti_status in ('Committed', 'Commitment removed') and status_by_dates is not null
            then sbti_status <> status_by_dates
        when is_approved and verdict = 'meets' then false
    end as is_disagreement,
    nullif(concat_ws(
        '; ',
        case
            when
                is_class_disputed
                then 'the class ' || sbti_classification || ' is more than the stated rate supports'
        end,
        case when is_approved and verdict = 'fails'
                then 'approved by the SBTi, but '
                    || case
                        when input_code = 'report' then 'the target of the report fails: ' else
                            'fails: '
                    end
                    || failed_criteria
        end,
        case
            when sbti_status in ('Committed', 'Commitment removed')
                and sbti_status <> status_by_dates
                then 'by its dates the company is ' || status_by_dates
        end
    ), '') as disagreement,
    assessed_date,
    source_release_key
from judged
