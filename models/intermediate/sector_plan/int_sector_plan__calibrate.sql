with saved as (
    select
        sector_code,
        year,
        sum(tco2e * electricity_share_ratio) as electricity_tco2e,
        sum(tco2e * (1 - electricity_share_ratio)) as fuel_tco2e
    from {{ ref('int_sector_plan__reduction') }}
    group by sector_code, year
)

select
    pathway.sector_code,
    pathway.year,
    pathway.electricity_kwh as plan_kwh,
    pathway.fuel_gj as plan_fuel_gj,
    {{ without_noise(
        'pathway.electricity_kwh'
        ~ ' + saved.electricity_tco2e * 1e3 / pathway.electricity_factor_kgco2e_per_kwh', 3
    ) }} as no_measures_kwh,
    {{ without_noise('pathway.fuel_gj + saved.fuel_tco2e / fuel.tco2e_per_gj', 3) }}
        as no_measures_fuel_gj,
    fuel.tco2e_per_gj as fuel_tco2e_per_gj,
    pathway.source_release_key
from {{ ref('int_sector_plan__pathway') }} as pathway
inner join {{ ref('int_sector_plan__period') }} as period on period.first_year = pathway.year
inner join saved on saved.sector_code = pathway.sector_code and saved.year = pathway.year
inner join {{ ref('int_sector_plan__fuel_factor') }} as fuel
    on fuel.sector_code = pathway.sector_code
-- only the kLOE of the yearbook reproduces the plan's targets at a plausible fuel mix
where pathway.definition_code = 'utility_sales' and pathway.kloe_code = 'yearbook'
