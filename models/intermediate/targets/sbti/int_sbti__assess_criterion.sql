-- one result per target, criterion and reading. Where the day of submission is not known, the versions that may apply must agree; if they differ the
-- criterion is not assessable and submission_date is what is missing. result_today is what the version of the day of assessment says.
with judged as (
    select
        company_key,
        target_id,
        criterion_code,
        reading,
        any_value(role_code) as role_code,
        any_value(unit_code) as unit_code,
        any_value(submission_date) as submission_date,
        any_value(detail) as detail,
        any_value(flags) as flags,
        count(*) filter (where is_candidate) as version_count,
        count(distinct result) filter (where is_candidate) as result_count,
        arg_max(result, valid_from) filter (where is_candidate) as newest_result,
        arg_max(criteria_version, valid_from) filter (where is_candidate) as newest_version,
        arg_max(missing, valid_from) filter (where is_candidate) as newest_missing,
        arg_max(actual_value, valid_from) filter (where is_candidate) as actual_value,
        arg_max(required_value, valid_from) filter (where is_candidate) as required_value,
        arg_max(maximum_value, valid_from) filter (
            where is_candidate and comparison_code = 'between'
        ) as maximum_value,
        string_agg(
            criteria_version
            || ' '
            || result
            || coalesce(' (' || {{ short_number('required_value') }} || ')', ''),
            ', ' order by valid_from
        )
        filter (where is_candidate) as by_version,
        any_value(result) filter (where is_today) as result_today
    from {{ ref('int_sbti__apply_rules') }}
    group by company_key, target_id, criterion_code, reading
)

select
    company_key,
    target_id,
    criterion_code,
    reading,
    role_code,
    case when version_count = 0 or result_count > 1 then 'not_assessable' else newest_result end
        as result,
    actual_value,
    required_value,
    maximum_value,
    unit_code,
    newest_version as criteria_version,
    coalesce(result_today, 'not_assessable') as result_today,
    case
        when version_count = 0 then 'criteria_version' when result_count > 1 then 'submission_date'
        when newest_result = 'not_assessable' then newest_missing
    end as missing_inputs,
    concat_ws(
        '; ',
        case
            when
                version_count = 0
                then 'no criteria are entered for a submission on ' || submission_date
            when
                result_count > 1
                then 'the day of submission is not known and the versions differ: ' || by_version
            when newest_result = 'not_assessable' then 'missing: ' || newest_missing
        end,
        coalesce(
            {{ short_number('actual_value') }}
            || ' against '
            || {{ short_number('required_value') }}
            || coalesce(' to ' || {{ short_number('maximum_value') }}, '')
            || coalesce(' ' || unit_code, ''),
            'required ' || {{ short_number('required_value') }} || coalesce(' ' || unit_code, '')
        ),
        detail,
        case
            when
                newest_result <> result_today and newest_result <> 'not_assessable'
                then 'today: ' || result_today
        end
    ) as explanation,
    flags
from judged
