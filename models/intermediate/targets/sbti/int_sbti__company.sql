-- what the criteria ask of a company, from three inputs that are never mixed: made-up examples, reports, and the dashboard of the SBTi.
-- A company that is in two of them has two keys: what a report says and what the SBTi publishes are different statements.
with report as (
    select input.*
    from {{ ref('int_climate_score__report_fields') }} as input
    qualify row_number() over (partition by input.tax_id order by input.report_year desc) = 1
)

select
    'example:' || example.example_no as company_key,
    'example' as input_code,
    cast(null as varchar) as tax_id,
    example.name_zh || ' ' || example.name_en as company_name,
    example.scope1_tco2e,
    example.scope2_tco2e,
    example.scope3_tco2e,
    example.sells_fossil_fuel,
    example.is_power_sector,
    example.level_code,
    example.includes_subsidiaries,
    example.commitment_date,
    example.submission_date,
    coalesce(example.submission_date, release.vintage_date) as submitted_by_date,
    example.validation_date,
    example.review_date,
    example.net_zero_year,
    example.base_year_change_pct,
    cast(null as boolean) as has_scope3_target,
    true as knows_every_target,
    example.sbti_status,
    example.sbti_classification,
    cast(null as varchar) as route_code,
    release.vintage_date as assessed_date,
    example.source_release_key,
    example.row_number
from {{ ref('stg_sbti__example_company') }} as example
inner join
    {{ ref('int_releases__release') }} as release
    on release.source_release_key = example.source_release_key
union all
select
    'report:' || report.tax_id,
    'report',
    report.tax_id,
    listed.short_name,
    report.scope1,
    report.scope2,
    report.scope3,
    null,
    null,
    null,
    null,
    null,
    null,
    -- the target that the report calls approved: well below 2 C was accepted from submissions up to 2022-07-14 only
    case
        when
            report.sbt_claimed and standing.sbti_status = 'approved_well_below_2c'
            then date '2022-07-14'
        else release.vintage_date
    end,
    null,
    null,
    cast(report.pledge_year as integer),
    null,
    report.scope3_target_set,
    false,
    standing.sbti_status,

    case standing.sbti_status when 'approved_1_5c' then '1.5°C' when
            'approved_well_below_2c'
            then 'Well-below 2°C'
        when 'approved_2c' then '2°C'
    end,
    null,
    release.vintage_date,
    trim(
        report.list_release_key
        || ' '
        || coalesce(nullif(standing.source_release_key, report.list_release_key), '')
    ),
    null
from report
inner join
    {{ ref('int_disclosures__company') }} as listed
    on listed.tax_id = report.tax_id and listed.report_year = report.report_year
inner join
    {{ ref('int_releases__release') }} as release
    on release.source_release_key = report.list_release_key
left join {{ ref('int_climate_score__select_sbti_status') }} as standing
    on standing.tax_id = report.tax_id and standing.report_year = report.report_year
union all
select
    company_key,
    'dashboard',
    tax_id,
    company_name,
    null,
    null,
    null,
    null,
    -- the dashboard names a sector for every company: it tells who makes electricity
    regexp_matches(sector, 'Electric Utilities|Power Production'),
    null,
    null,
    commitment_date,
    null,
    submitted_by_date,
    case when near_term_status = 'Targets set' then updated_date end,
    case when near_term_status = 'Targets set' then updated_date end,
    try_cast(net_zero_year_text as integer),
    null,
    null,
    target_text is not null,
    near_term_status,
    near_term_target_classification,
    route_code,
    assessed_date,
    source_release_key,
    row_number
from {{ ref('int_sbti__select_dashboard') }}
