-- the dashboard of the SBTi where the company is on it, else the observatory's column
with dashboard as (
    select
        identity.tax_id,
        coalesce(wording.sbti_status, 'none') as sbti_status,
        coalesce(wording.is_approved, false) as is_approved,
        dashboard.source_release_key
    from {{ ref('stg_sbti__company') }} as dashboard
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = dashboard.source_release_key
    inner join {{ ref('int_emissions__match_dashboard') }} as identity
        on identity.source_release_key = dashboard.source_release_key
            and identity.row_number = dashboard.row_number
            and identity.tax_id is not null
    left join {{ ref('rule_sbti_status_wording') }} as wording
        on wording.status_source_code = 'sbti_dashboard'
            and regexp_matches(
                concat_ws(
                    ' ', dashboard.near_term_status, dashboard.near_term_target_classification
                ),
                wording.pattern
            )
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by identity.tax_id
            order by release.vintage_date desc, dashboard.row_number, wording.priority
        ) = 1
),

sheet as (
    select
        field.tax_id,
        field.report_year,
        case
            when field.value_state <> 'value' then 'none'
            else coalesce(wording.sbti_status, 'unknown')
        end as sbti_status,
        coalesce(wording.is_approved, false) as is_approved,
        field.source_release_key
    from {{ ref('int_disclosures__field') }} as field
    left join {{ ref('rule_sbti_status_wording') }} as wording
        on wording.status_source_code = 'observatory_sheet'
            and field.value_state = 'value'
            and regexp_matches(field.value_text, wording.pattern)
    where field.field_code = 'sbti_status' and field.value_text is not null
    qualify row_number() over (
            partition by field.tax_id, field.report_year order by wording.priority
        ) = 1
)

select
    company.tax_id,
    company.report_year,
    coalesce(dashboard.sbti_status, sheet.sbti_status) as sbti_status,
    case
        when dashboard.tax_id is not null then 'sbti_dashboard'
        when sheet.tax_id is not null then 'observatory_sheet'
    end as status_source_code,
    case
        when dashboard.sbti_status <> sheet.sbti_status then sheet.sbti_status
    end as conflict_status,
    coalesce(dashboard.is_approved, sheet.is_approved) as is_approved,
    coalesce(dashboard.source_release_key, sheet.source_release_key) as source_release_key
from {{ ref('int_disclosures__company') }} as company
left join dashboard on dashboard.tax_id = company.tax_id
left join sheet
    on sheet.tax_id = company.tax_id and sheet.report_year = company.report_year
