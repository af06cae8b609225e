-- what was declared, in the base unit of its fuel, in GJ and in tCO2e; or why that cannot be said
with named as (
    select
        declared.*,
        coalesce(alias.fuel_code, 'unmapped') as fuel_code,
        alias.coal_kind_code,
        fuels.base_unit_code as fuel_unit_code,
        units.base_unit_code as stated_unit_code,
        declared.quantity * unit_texts.multiplier * units.to_base_factor as stated_quantity,
        density.kl_per_t,
        density.factor_key as density_key
    from {{ ref('int_declarations__choose_fuel') }} as declared
    left join {{ ref('ref_fuel_alias') }} as alias
        on {{ text_key('alias.fuel_name') }} = {{ text_key('declared.fuel_name') }}
    left join {{ ref('ref_fuel') }} as fuels on fuels.fuel_code = alias.fuel_code
    left join {{ ref('ref_unit_text') }} as unit_texts
        on unit_texts.unit_text = {{ text_key('declared.unit') }}
    left join {{ ref('ref_unit') }} as units on units.unit_code = unit_texts.unit_code
    left join {{ ref('fac_density') }} as density on density.fuel_code = alias.fuel_code
),

measured as (
    select
        * exclude (quantity),
        quantity as declared_quantity,
        case
            when quantity < 0 then null
            when stated_unit_code = fuel_unit_code then stated_quantity
            when stated_unit_code = 'kl' and fuel_unit_code = 't' then stated_quantity / kl_per_t
            when stated_unit_code = 't' and fuel_unit_code = 'kl' then stated_quantity * kl_per_t
        end as quantity
    from named
)

select
    measured.dataset,
    measured.source_release_key,
    measured.row_number,
    measured.control_no,
    measured.year,
    measured.quarter,
    measured.fuel_name,
    measured.declared_quantity,
    measured.unit as declared_unit,
    measured.fuel_code,
    measured.coal_kind_code,
    {{ without_noise('measured.quantity') }} as quantity,
    measured.fuel_unit_code as unit_code,
    {{ without_noise('measured.quantity * factor.gj_per_unit') }} as energy_gj,
    {{ without_noise('measured.quantity * factor.gj_per_unit * factor.tco2e_per_gj') }} as tco2e,
    factor.heating_value_key,
    case
        when measured.stated_unit_code <> measured.fuel_unit_code then measured.density_key
        else factor.density_key
    end as density_key,
    factor.emission_factor_key,
    case
        when measured.fuel_code = 'unmapped' then 'name_unknown'
        when measured.declared_quantity is null then 'quantity_missing'
        when measured.declared_quantity < 0 then 'quantity_negative'
        when measured.stated_unit_code is null then 'unit_unknown'
        when measured.quantity is null then 'unit_of_another_kind'
        when factor.gj_per_unit is null then 'heating_value_unknown'
        when factor.tco2e_per_gj is null then 'emission_factor_unknown'
    end as problem_code,
    measured.exclusion_code
from measured
left join {{ ref('int_factors__fuel_year') }} as factor
    on factor.fuel_code = measured.fuel_code and factor.year = measured.year
