select
    emissions.control_no,
    emissions.year,
    emissions.tax_id,
    emissions.registered_tax_id,
    resolved.company_tax_id,
    emissions.county_code,
    emissions.industry_code,
    emissions.industry_basis,
    emissions.scope1_tco2e,
    emissions.scope2_tco2e,
    emissions.total_tco2e,
    emissions.scope1_basis,
    emissions.scope2_basis,
    emissions.co2_t as co2_tco2e,
    emissions.ch4_t as ch4_tco2e,
    emissions.n2o_t as n2o_tco2e,
    emissions.hfcs_t as hfcs_tco2e,
    emissions.pfcs_t as pfcs_tco2e,
    emissions.sf6_t as sf6_tco2e,
    emissions.nf3_t as nf3_tco2e,
    case
        when emissions.year < series.first_year_after then series.series_before else
            series.series_after
    end as series_code,
    emissions.source_release_key,
    emissions.row_number,
    emissions.gases_source_release_key
from {{ ref('int_emissions__select_as_of') }} as emissions
left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
    on resolved.tax_id = emissions.tax_id
cross join (
    select * from {{ ref('rule_series_break') }}
    where rule_key = 'ghg_registry:scope_2022'
) as series
