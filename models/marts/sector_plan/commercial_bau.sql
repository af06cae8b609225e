with printed as (
    select
        carrier_code,
        year,
        case carrier_code when 'electricity' then quantity else yearbook_kloe_gj end as quantity
    from {{ ref('int_sector_plan__energy_demand') }}
    where sector_code = 'commercial'
)

select
    modelled.scenario_code,
    modelled.line_code,
    modelled.year,
    modelled.carrier_code,
    modelled.activity_ratio,
    modelled.intensity_value,
    modelled.factor_value,
    modelled.quantity,
    modelled.unit_code,
    modelled.tco2e,
    -- the plan prints demand with measures, and no split of a carrier
    case
        when modelled.scenario_code = 'with_measures'
            then {{ without_noise(
                'sum(modelled.quantity) over whole_carrier / printed.quantity - 1', 9
            ) }}
    end as carrier_less_plan_ratio,
    modelled.source_release_key
from {{ ref('int_sector_plan__commercial_case') }} as modelled
inner join printed on printed.carrier_code = modelled.carrier_code and printed.year = modelled.year
window whole_carrier as (
    partition by modelled.scenario_code, modelled.carrier_code, modelled.year
)
