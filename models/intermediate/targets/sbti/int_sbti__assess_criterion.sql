with counted as (
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
        any_value(result) filter (where is_today) as result_today,
        count(*) filter (where is_candidate) as version_count,
        count(distinct result) filter (where is_candidate) as result_count,
        {%- for column in ['result', 'criteria_version', 'missing_inputs', 'actual_value',
            'required_value'] %}
            arg_max({{ column }}, valid_from) filter (where is_candidate) as newest_{{ column }},
        {%- endfor %}
        arg_max(maximum_value, valid_from) filter (
            where is_candidate and regexp_matches(comparison_code, '^between$|_open$')
        ) as maximum_value,
        string_agg(
            criteria_version || ' ' || result
            || coalesce(' (' || {{ short_number('required_value') }} || ')', ''),
            ', ' order by valid_from
        ) filter (where is_candidate) as by_version
    from {{ ref('int_sbti__apply_rules') }}
    group by company_key, target_id, criterion_code, reading
)

select
    company_key,
    target_id,
    criterion_code,
    reading,
    role_code,
    case when version_count = 0 or result_count > 1 then 'insufficient_data' else newest_result end
        as result,
    newest_actual_value as actual_value,
    newest_required_value as required_value,
    maximum_value,
    unit_code,
    newest_criteria_version as criteria_version,
    coalesce(result_today, 'insufficient_data') as result_today,
    case
        when version_count = 0 then ['criteria_version']
        when result_count > 1 then ['submission_date']
        when newest_result = 'insufficient_data' then newest_missing_inputs
    end as missing_inputs,
    concat_ws(
        '; ',
        case
            when version_count = 0
                then 'no criteria are entered for a submission on ' || submission_date
            when result_count > 1
                then 'the day of submission is not known and the versions differ: ' || by_version
            when newest_result = 'insufficient_data'
                then 'missing: ' || array_to_string(newest_missing_inputs, ' ')
        end,
        coalesce(
            {{ short_number('newest_actual_value') }}
            || ' against '
            || {{ short_number('newest_required_value') }}
            || coalesce(' to ' || {{ short_number('maximum_value') }}, '')
            || coalesce(' ' || unit_code, ''),
            'required '
            || {{ short_number('newest_required_value') }}
            || coalesce(' ' || unit_code, '')
        ),
        detail,
        case
            when newest_result <> result_today and newest_result <> 'insufficient_data'
                then 'today: ' || result_today
        end
    ) as explanation,
    flags
from counted
