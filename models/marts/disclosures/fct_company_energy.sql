with measured as (
    select
        tax_id,
        year,
        max(value) filter (where measure = 'total_energy_gj') as total_energy_gj,
        max(value) filter (where measure = 'revenue_twd') as revenue_twd,
        max(value) filter (where measure = 'electricity_kwh') as electricity_kwh,
        max(page) filter (where measure = 'total_energy_gj') as page,
        max(source_kind_code) filter (where measure = 'total_energy_gj')
            as energy_source_kind_code,
        max(source_kind_code) filter (where measure = 'revenue_twd') as revenue_source_kind_code,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key,
        -- of the energy figure, else of the one that is there
        coalesce(max(row_number) filter (where measure = 'total_energy_gj'), max(row_number))
            as row_number
    from {{ ref('int_disclosures__energy_year') }}
    group by tax_id, year
),

combined as (
    select
        measured.*,
        measured.revenue_twd / 1e6 as revenue_twd1m,
        emissions.total_tco2e
    from measured
    left join {{ ref('int_emissions__company_year') }} as emissions
        on emissions.tax_id = measured.tax_id and emissions.year = measured.year
)

select
    combined.tax_id,
    combined.year,
    combined.total_energy_gj,
    combined.revenue_twd,
    {{ without_noise('combined.total_energy_gj / combined.revenue_twd1m', 9) }}
        as energy_intensity_gj_per_twd1m,
    energy.tax_id is not null or revenue.tax_id is not null as is_suspect,
    nullif(concat_ws('; ', energy.reason, 'revenue: ' || revenue.reason), '') as suspect_reason,
    energy.suggested_value as suggested_total_energy_gj,
    coalesce(energy.is_unit_error, false) as is_unit_error,
    combined.electricity_kwh,
    electricity.tax_id is not null as is_electricity_suspect,
    electricity.reason as electricity_suspect_reason,
    electricity.suggested_value as suggested_electricity_kwh,
    revenue.tax_id is not null as is_revenue_suspect,
    revenue.reason as revenue_suspect_reason,
    {{ without_noise('combined.total_tco2e / combined.revenue_twd1m', 9) }}
        as emission_intensity_tco2e_per_twd1m,
    case
        when combined.total_tco2e is not null and combined.revenue_twd1m is not null
            then 'registry_over_consolidated_revenue'
    end as emission_intensity_boundary_code,
    combined.page,
    combined.energy_source_kind_code,
    combined.revenue_source_kind_code,
    combined.source_release_key,
    combined.row_number
from combined
left join {{ ref('int_disclosures__suspect_value') }} as energy
    on energy.tax_id = combined.tax_id
        and energy.year = combined.year
        and energy.measure = 'total_energy_gj'
left join {{ ref('int_disclosures__suspect_value') }} as electricity
    on electricity.tax_id = combined.tax_id
        and electricity.year = combined.year
        and electricity.measure = 'electricity_kwh'
left join {{ ref('int_disclosures__suspect_value') }} as revenue
    on revenue.tax_id = combined.tax_id
        and revenue.year = combined.year
        and revenue.measure = 'revenue_twd'
