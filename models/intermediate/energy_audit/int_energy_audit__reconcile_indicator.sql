with indicator as (
    select * from {{ ref('int_energy_audit__select_indicator') }}
),

efficiency as (
    unpivot (
        select
            year,
            source_release_key,
            energy_productivity_twd_per_loe as productivity,
            final_energy_intensity_loe_per_twd1000 as intensity,
            industry_energy_intensity_loe_per_twd1000 as industrial_intensity
        from indicator
    )
    on productivity, intensity, industrial_intensity
    into name column_code value value_of_indicator
)

select
    'energy_indicators' as dataset,
    indicator.source_release_key,
    'electricity_factor_and_indicator' as check_code,
    'energy_indicators' as table_ref,
    concat_ws('|', 'energy_indicators', indicator.year, 'electricity_factor') as cell_ref,
    indicator.electricity_factor_kgco2e_per_kwh as reported_value,
    0.0005::double as half_unit,
    'kgco2e_per_kwh' as unit_code,
    factor.kgco2e_per_kwh as recomputed_value,
    0.0::double as input_tolerance,
    'factor used: ' || factor.factor_key as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance
from indicator
inner join {{ ref('fac_electricity') }} as factor
    on factor.year = indicator.year
        and factor.definition_code = 'utility_sales' and factor.status = 'actual'
where indicator.electricity_factor_kgco2e_per_kwh is not null
union all by name
select
    'energy_indicators' as dataset,
    indicator.source_release_key,
    'fuel_combustion_and_sectors' as check_code,
    'energy_indicators' as table_ref,
    concat_ws('|', 'energy_indicators', indicator.year, 'fuel_combustion') as cell_ref,
    indicator.fuel_combustion_co2_tco2e as reported_value,
    0.5::double as half_unit,
    'tco2e' as unit_code,
    sectors.co2_kt * 1000 as recomputed_value,
    -- printed in whole thousand tonnes
    500.0::double as input_tolerance,
    'total of ' || sectors.source_release_key as formula,
    'restated_edition' as explanation_code
from indicator
inner join {{ ref('stg_national__co2_by_sector') }} as sectors
    on sectors.year = indicator.year
        and sectors.sector_code = 'total' and sectors.method_code = 'direct'
where indicator.fuel_combustion_co2_tco2e is not null
union all by name
-- the yearbook takes them from an older edition of the same indicators
select
    'energy_indicators' as dataset,
    efficiency.source_release_key,
    'yearbook_and_indicator' as check_code,
    'energy_indicators' as table_ref,
    concat_ws('|', 'energy_indicators', efficiency.year, efficiency.column_code) as cell_ref,
    efficiency.value_of_indicator as reported_value,
    0.0005::double as half_unit,
    printed.unit_code,
    printed.value as recomputed_value,
    printed.half_unit as input_tolerance,
    'yearbook, cell ' || printed.cell_ref as formula,
    'restated_edition' as explanation_code
from {{ ref('stg_energy_audit__cell') }} as printed
inner join efficiency
    on efficiency.year = printed.year and efficiency.column_code = printed.column_code
where printed.table_ref = '1.2'
