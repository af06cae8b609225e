-- one company of two inputs has two keys: what a report says and what the SBTi publishes are
-- different statements
with report as (
    select *
    from {{ ref('int_climate_score__report_fields') }}
    qualify row_number() over (partition by tax_id order by report_year desc) = 1
),

-- reports that state the very target which the SBTi has approved
approved as (
    select
        report.tax_id,
        max(dashboard.updated_date) as approved_date,
        min(dashboard.submitted_by_date) as submitted_by_date,
        min(dashboard.source_release_key) as source_release_key
    from report
    inner join {{ ref('int_sbti__select_dashboard') }} as dashboard
        on dashboard.tax_id = report.tax_id and dashboard.sbti_status = 'targets_set'
    inner join {{ ref('int_sbti__parse_language') }} as target
        on target.company_key = dashboard.company_key
            and target.scope_code in ('s12', 's123')
            and target.base_year = report.mid_term_base_year
            and target.target_year = report.mid_term_target_year
            and target.reduction_pct = report.mid_term_target
    group by report.tax_id
)

select
    'example:' || example.example_no as company_key,
    'example' as source_kind_code,
    example.name_zh || ' ' || example.name_en as company_name,
    example.scope1_tco2e,
    example.scope2_tco2e,
    example.scope3_tco2e,
    example.sells_fossil_fuel,
    example.fossil_revenue_pct,
    example.extracts_fossil_fuel,
    example.is_power_sector,
    example.is_power_sector as is_energy_sector,
    example.level_code,
    example.includes_subsidiaries,
    example.commitment_date,
    example.submission_date,
    coalesce(example.submission_date, release.vintage_date) as submitted_by_date,
    example.validation_date,
    example.review_date,
    example.net_zero_year,
    example.base_year_change_pct,
    true as knows_every_target,
    {{ status_code('example.sbti_status') }} as sbti_status,
    coalesce(example.sbti_status = 'Targets set', false) as is_approved,
    example.sbti_classification,
    release.vintage_date as assessed_date,
    example.source_release_key,
    example.row_number
from {{ ref('stg_sbti__example_company') }} as example
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = example.source_release_key
union all by name
select
    'report:' || report.tax_id as company_key,
    'report' as source_kind_code,
    report.tax_id,
    listed.short_name as company_name,
    report.scope1 as scope1_tco2e,
    report.scope2 as scope2_tco2e,
    report.scope3 as scope3_tco2e,
    -- the target that the report calls approved was submitted while its class was accepted
    case
        when report.sbt_claimed or approved.tax_id is not null
            then least(release.vintage_date, class.submitted_by_date, approved.submitted_by_date)
        else release.vintage_date
    end as submitted_by_date,
    approved.approved_date as validation_date,
    approved.approved_date as review_date,
    cast(report.pledge_year as integer) as net_zero_year,
    report.scope3_target_set as has_scope3_target,
    false as knows_every_target,
    standing.sbti_status,
    approved.tax_id is not null as is_approved,
    class.class_text as sbti_classification,
    release.vintage_date as assessed_date,
    {{ distinct_words(
        "concat_ws(' ', report.list_release_key, standing.source_release_key, "
        ~ "approved.source_release_key)"
    ) }} as source_release_key
from report
inner join {{ ref('int_disclosures__company') }} as listed
    on listed.tax_id = report.tax_id and listed.report_year = report.report_year
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = report.list_release_key
left join {{ ref('int_climate_score__select_sbti_status') }} as standing
    on standing.tax_id = report.tax_id and standing.report_year = report.report_year
left join {{ ref('rule_sbti_class') }} as class on class.status_code = standing.sbti_status
left join approved on approved.tax_id = report.tax_id
union all by name
select
    company_key,
    'dashboard' as source_kind_code,
    tax_id,
    company_name,
    is_power_sector,
    is_energy_sector,
    commitment_date,
    submitted_by_date,
    case when sbti_status = 'targets_set' then updated_date end as validation_date,
    case when sbti_status = 'targets_set' then updated_date end as review_date,
    try_cast(net_zero_year_text as integer) as net_zero_year,
    target_text is not null as knows_every_target,
    sbti_status,
    sbti_status = 'targets_set' as is_approved,
    near_term_target_classification as sbti_classification,
    route_code,
    assessed_date,
    source_release_key,
    row_number
from {{ ref('int_sbti__select_dashboard') }}
