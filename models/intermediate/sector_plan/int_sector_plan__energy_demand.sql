with heat as (
    select
        max(gj_per_unit) filter (
            where fuel_code = 'oil_equivalent' and vintage = 'energy_audit_2022'
        ) as yearbook_gj_per_kloe,
        max(gj_per_unit) filter (
            where fuel_code = 'oil_equivalent' and vintage = 'energy_administration_2025'
        ) as indicator_gj_per_kloe,
        max(gj_per_unit) filter (where fuel_code = 'electricity' and vintage = 'si')
            as gj_per_kwh
    from {{ ref('int_factors__heating_value') }}
),

-- printed in 10^8 kWh and in 10^3 kLOE
scaled as (
    select
        *,
        item_code = 'electricity' as is_electricity,
        case when is_electricity then 1e8 else 1e3 end as scale
    from {{ ref('stg_sector_plan__cell') }}
    where measure_code = 'demand'
)

select
    scaled.sector_code,
    scaled.item_code as carrier_code,
    scaled.first_year as year,
    {{ without_noise('scaled.value * scaled.scale', 3) }} as quantity,
    scaled.half_unit * scaled.scale as half_unit,
    case when scaled.is_electricity then 'kwh' else 'kloe' end as unit_code,
    {%- for definition in ['yearbook', 'indicator'] %}
        {{ without_noise(
            'quantity * case when scaled.is_electricity then heat.gj_per_kwh'
            ~ ' else heat.' ~ definition ~ '_gj_per_kloe end', 3
        ) }} as {{ definition }}_kloe_gj,
    {%- endfor %}
    scaled.printed_text,
    scaled.unit_text,
    scaled.cell_ref,
    scaled.source_release_key
from scaled
cross join heat
