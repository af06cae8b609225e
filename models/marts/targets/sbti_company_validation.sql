with assessed as (
    select
        company.company_key,
        company.source_kind_code,
        company.tax_id,
        company.company_name,
        company.route_code,
        company.sbti_status,
        company.sbti_classification,
        company.assessed_date,
        company.source_release_key,
        results.reading,
        results.verdict,
        results.is_short_of_today,
        results.target_count,
        results.met_count,
        results.not_met_count,
        results.insufficient_data_count,
        results.failed_criteria,
        results.other_failed_criteria,
        results.open_criteria,
        results.missing_inputs,
        results.is_class_disputed,
        coalesce(net_zero.net_zero_verdict, 'not_claimed') as net_zero_verdict,
        -- a submission is no approval: the commitment stands until the targets are validated
        case
            when company.validation_date is not null then 'targets_set'
            when results.commitment_result = 'met' then 'committed'
            when results.commitment_result = 'not_met' then 'commitment_removed'
            when company.submission_date is not null then 'submitted'
        end as status_by_dates,
        case when company.is_approved then company.validation_date end as approved_date,
        case when company.is_approved then in_force.approval_version end as approved_version,
        company.sbti_status = 'targets_set' or starts_with(company.sbti_status, 'approved')
            as is_approved
    from {{ ref('int_sbti__company') }} as company
    inner join {{ ref('int_sbti__count_results') }} as results
        on results.company_key = company.company_key
    left join {{ ref('int_sbti__assess_net_zero') }} as net_zero
        on net_zero.company_key = results.company_key
            and net_zero.reading
            = case results.reading
                when 'sbti_approval' then 'official_v1_2' else results.reading
            end
    left join {{ ref('int_sbti__rule_in_force') }} as in_force
        on in_force.company_key = results.company_key and in_force.reading = 'official_v1_2'
),

compared as (
    select
        *,
        is_approved and verdict = 'not_met' as is_approval_disputed,
        case
            when sbti_status in ('committed', 'commitment_removed')
                and status_by_dates <> 'submitted'
                then sbti_status <> status_by_dates
        end as is_commitment_disputed
    from assessed
)

select
    company_key,
    source_kind_code,
    tax_id,
    company_name,
    route_code,
    reading,
    verdict,
    net_zero_verdict,
    is_short_of_today,
    target_count,
    met_count,
    not_met_count,
    insufficient_data_count,
    {{ flags_text('failed_criteria') }} as failed_criteria,
    {{ flags_text('other_failed_criteria') }} as other_failed_criteria,
    {{ flags_text('open_criteria') }} as open_criteria,
    {{ flags_text('missing_inputs') }} as missing_inputs,
    sbti_status,
    sbti_classification,
    approved_date,
    approved_version,
    status_by_dates,
    -- null where nothing can be compared: no standing known, or no verdict
    case
        when is_class_disputed or is_approval_disputed then true
        when is_commitment_disputed is not null then is_commitment_disputed
        when is_approved and verdict = 'met' then false
    end as is_disagreement,
    nullif(concat_ws(
        '; ',
        case
            when is_class_disputed
                then 'the class ' || sbti_classification || ' is more than the stated rate supports'
        end,
        case
            when is_approval_disputed
                then 'approved by the SBTi, but '
                    || case
                        when source_kind_code = 'report' then 'the target of the report ' else ''
                    end
                    || 'fails: ' || {{ flags_text('failed_criteria') }}
        end,
        case
            when is_commitment_disputed
                then 'by its dates the company is ' || replace(status_by_dates, '_', ' ')
        end
    ), '') as disagreement,
    assessed_date,
    source_release_key
from compared
