select
    company.tax_id,
    company.report_year,
    company.industry_code,
    electricity.value as electricity_kwh,
    -- a report that is silent about renewable electricity counts as using none, and is flagged
    coalesce(input.renewable_share, 0) / 100 as renewable_ratio,
    input.renewable_share is null as is_share_silent,
    input.renewable_target / 100 as target_ratio,
    cast(input.renewable_target_year as integer) as target_year,
    coalesce(list_contains(input.renewable_target_year_flags, 'restricted_scope'), false)
        as is_restricted,
    suspect.tax_id is not null as is_suspect,
    coalesce(electricity.source_release_key, company.source_release_key) as source_release_key
from {{ ref('int_disclosures__company') }} as company
inner join {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = company.tax_id and input.report_year = company.report_year
left join {{ ref('int_disclosures__energy_year') }} as electricity
    on electricity.tax_id = company.tax_id
        and electricity.year = company.report_year
        and electricity.measure = 'electricity_kwh'
left join {{ ref('int_disclosures__suspect_value') }} as suspect
    on suspect.tax_id = company.tax_id
        and suspect.year = company.report_year
        and suspect.measure = 'electricity_kwh'
qualify row_number() over (partition by company.tax_id order by company.report_year desc) = 1
