with reported as (
    select
        company.tax_id,
        company.report_year,
        company.industry_code,
        company.short_name,
        input.scope3,
        company.source_release_key
    from {{ ref('int_disclosures__company') }} as company
    left join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = company.tax_id and input.report_year = company.report_year
    inner join {{ ref('int_temperature__reporting_year') }} as reporting
        on company.report_year <= reporting.record_year
    qualify row_number() over (partition by company.tax_id order by company.report_year desc) = 1
),

-- who has targets on the dashboard of the SBTi is scored too, whether a report of it is read or not
published as (
    select
        target.company_id as tax_id,
        any_value(target.source_release_key) as source_release_key
    from {{ ref('int_temperature__published_target') }} as target
    left join reported on reported.tax_id = target.company_id
    where reported.tax_id is null
    group by target.company_id
),

known as (
    select * from reported
    union all by name
    select * from published
),

registered as (
    select
        emissions.tax_id,
        emissions.total_tco2e,
        emissions.source_release_key
    from {{ ref('int_emissions__company_year') }} as emissions
    inner join {{ ref('int_emissions__grade_year') }} as grade
        on grade.year = emissions.year and grade.is_complete
    inner join {{ ref('int_temperature__reporting_year') }} as reporting
        on emissions.year <= reporting.record_year
    qualify row_number() over (partition by emissions.tax_id order by emissions.year desc) = 1
)

select
    'record' as source_kind_code,
    known.tax_id as company_id,
    coalesce(identity.name_zh, known.short_name) as company_name,
    isic.isic_code,
    registered.total_tco2e as s1s2_tco2e,
    known.scope3 as s3_tco2e,
    {{ distinct_words(
        "concat_ws(' ', known.source_release_key, registered.source_release_key)"
    ) }} as source_release_key
from known
left join {{ ref('int_emissions__company') }} as identity on identity.tax_id = known.tax_id
left join registered on registered.tax_id = known.tax_id
left join {{ ref('ref_industry_isic') }} as isic
    on isic.industry_code = coalesce(known.industry_code, identity.industry_code)
union all by name
-- no source of the warehouse has the values of companies; a portfolio brings its own
select
    source_kind_code,
    company_id,
    company_name,
    isic_code,
    s1s2_tco2e,
    s3_tco2e,
    market_cap_value,
    enterprise_value,
    enterprise_and_cash_value,
    assets_value,
    revenue_value,
    fossil_revenue_ratio,
    extracts_fossil_fuel,
    source_release_key
from {{ ref('int_temperature__read_company') }}
