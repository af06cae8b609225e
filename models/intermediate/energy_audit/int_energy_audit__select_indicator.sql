with newest as (
    select indicator.*
    from {{ ref('stg_energy_administration__indicator') }} as indicator
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = indicator.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by indicator.year
            order by release.vintage_date desc, indicator.source_release_key desc
        ) = 1
),

target as (
    select
        max(value) filter (where rule_key = 'national:industry_intensity_cut') as cut_pct,
        max(value) filter (where rule_key = 'national:industry_intensity_base_year') as base_year,
        max(value) filter (where rule_key = 'national:industry_intensity_target_year')
            as target_year,
        min(valid_from_year) as valid_from_year
    from {{ ref('rule_threshold') }}
    where rule_key like 'national:industry_intensity_%'
),

base as (
    select
        target.*,
        newest.industry_energy_intensity_loe_per_twd1000 as base_intensity,
        newest.source_release_key as base_source_release_key,
        newest.row_number as base_row_number
    from target
    left join newest on newest.year = target.base_year
)

select
    newest.year,
    newest.primary_energy_intensity_loe_per_twd1000,
    newest.final_energy_intensity_loe_per_twd1000,
    newest.industry_energy_intensity_loe_per_twd1000,
    newest.services_energy_intensity_loe_per_twd1000,
    newest.electricity_intensity_kwh_per_twd1000,
    newest.energy_productivity_twd_per_loe,
    newest.energy_per_capita_loe,
    newest.electricity_per_capita_kwh,
    newest.import_dependence_pct,
    newest.renewable_in_generation_pct,
    newest.renewable_in_capacity_pct,
    {{ without_noise('newest.fuel_combustion_mtco2 * 1e6', 3) }} as fuel_combustion_co2_tco2e,
    newest.co2_per_capita_t,
    -- kg per thousand dollars are tonnes per million
    newest.co2_intensity_kg_per_twd1000 as co2_intensity_tco2e_per_twd1m,
    newest.electricity_factor_kgco2e_per_kwh,
    cast(base.base_year as integer) as base_year,
    cast(base.target_year as integer) as target_year,
    {{ without_noise(
        '100 * (newest.industry_energy_intensity_loe_per_twd1000 / base.base_intensity - 1)'
    ) }} as industry_intensity_change_pct,
    -base.cut_pct as target_change_pct,
    {{ without_noise('base.base_intensity * (1 - base.cut_pct / 100)') }}
        as target_intensity_loe_per_twd1000,
    newest.industry_energy_intensity_loe_per_twd1000 <= target_intensity_loe_per_twd1000
        as is_within_target,
    newest.source_release_key,
    newest.row_number,
    base.base_source_release_key,
    base.base_row_number
from newest
-- the target says nothing of the years before its base
left join base on newest.year >= base.valid_from_year
