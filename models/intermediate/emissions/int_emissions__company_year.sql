select
    resolved.company_tax_id as tax_id,
    emissions.year,
    sum(emissions.scope1_tco2e) as scope1_tco2e,
    sum(emissions.scope2_tco2e) as scope2_tco2e,
    sum(emissions.total_tco2e) as total_tco2e,
    cast(count(*) as integer) as facility_count,
    max(
        case
            when emissions.year < series.first_year_after then series.series_before else
                series.series_after
        end
    ) as series_code,
    string_agg(distinct emissions.source_release_key, ' ' order by emissions.source_release_key)
        as source_release_key,
    coalesce(sum(emissions.scope1_tco2e) filter (emissions.industry_code = 'power_and_steam'), 0)
        as power_scope1_tco2e,
    coalesce(bool_or(emissions.registered_tax_id <> emissions.tax_id), false) as is_owner_settled
from {{ ref('int_emissions__select_as_of') }} as emissions
inner join {{ ref('int_emissions__resolve_tax_id') }} as resolved
    on resolved.tax_id = emissions.tax_id
cross join (
    select * from {{ ref('rule_series_break') }}
    where rule_key = 'ghg_registry:scope_2022'
) as series
where resolved.company_tax_id is not null
group by resolved.company_tax_id, emissions.year
