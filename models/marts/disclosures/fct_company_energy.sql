-- one row per company and year: total energy, electricity and revenue, as published; a value that cannot be is flagged, never changed
with wide as (
    select
        tax_id,
        year,
        max(value) filter (where measure = 'total_energy_gj') as total_energy_gj,
        max(value) filter (where measure = 'revenue_twd') as revenue_twd,
        max(value) filter (where measure = 'electricity_kwh') as electricity_kwh,
        max(page) filter (where measure = 'total_energy_gj') as page,
        max(source_kind_code) filter (where measure = 'total_energy_gj') as energy_source_kind_code,
        max(source_kind_code) filter (where measure = 'revenue_twd') as revenue_source_kind_code,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key,
        -- of the energy figure, else of the one that is there
        coalesce(max(row_number) filter (where measure = 'total_energy_gj'), max(row_number))
            as row_number
    from {{ ref('int_disclosures__energy_year') }}
    group by tax_id, year
)

select
    wide.tax_id,
    wide.year,
    wide.total_energy_gj,
    wide.revenue_twd,
    {{ without_noise('wide.total_energy_gj / (wide.revenue_twd / 1e6)', 9) }}
        as energy_intensity_gj_per_twd1m,
    energy.tax_id is not null as is_suspect,
    energy.reason as suspect_reason,
    energy.suggested_value as suggested_total_energy_gj,
    coalesce(energy.is_unit_error, false) as is_unit_error,
    wide.electricity_kwh,
    electricity.tax_id is not null as is_electricity_suspect,
    electricity.reason as electricity_suspect_reason,
    electricity.suggested_value as suggested_electricity_kwh,
    {{ without_noise('emissions.total_tco2e / (wide.revenue_twd / 1e6)', 9) }}
        as emission_intensity_tco2e_per_twd1m,
    case when emissions.tax_id is not null and wide.revenue_twd is not null
            then 'registry_over_consolidated_revenue'
    end as emission_intensity_boundary_code,
    wide.page,
    wide.energy_source_kind_code,
    wide.revenue_source_kind_code,
    wide.source_release_key,
    wide.row_number
from wide
left join {{ ref('int_disclosures__find_suspects') }} as energy
    on energy.tax_id = wide.tax_id
        and energy.year = wide.year
        and energy.measure = 'total_energy_gj'
left join {{ ref('int_disclosures__find_suspects') }} as electricity
    on electricity.tax_id = wide.tax_id
        and electricity.year = wide.year
        and electricity.measure = 'electricity_kwh'
left join
    {{ ref('int_emissions__company_year') }} as emissions
    on emissions.tax_id = wide.tax_id and emissions.year = wide.year
