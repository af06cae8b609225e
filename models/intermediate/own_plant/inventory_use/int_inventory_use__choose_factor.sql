-- emission factor and heating values of each carrier for the years of the estimates: the table in
-- force, or the newest before it
with years as (
    select distinct year
    from {{ ref('int_inventory_use__read_quick_estimate') }}
),

-- tonnes of LPG through its density, where a table gives it by volume only
heating as (
    select
        value.factor_key,
        value.vintage,
        value.fuel_code,
        value.heat_basis,
        value.valid_from_year,
        value.valid_to_year,
        case
            when value.unit_code = fuels.base_unit_code then value.gj_per_unit else
                value.gj_per_unit * density.kl_per_t
        end as gj_per_unit,
        value.unit_code = fuels.base_unit_code as is_direct,
        fuels.base_unit_code
    from {{ ref('int_factors__heating_value') }} as value
    inner join {{ ref('ref_fuel') }} as fuels on fuels.fuel_code = value.fuel_code
    left join {{ ref('fac_density') }} as density on density.fuel_code = value.fuel_code
    where value.fuel_code in (
            'electricity', 'steam_coal', 'fuel_oil', 'diesel', 'natural_gas', 'lpg'
        )
),

emission as (
    select
        years.year,
        factor.fuel_code,
        factor.tco2e_per_unit,
        factor.vintage as factor_vintage,
        factor.emission_factor_key,
        factor.gwp_set,
        years.year > coalesce(factor.valid_to_year, 9999) as is_earlier_factor
    from years
    inner join
        {{ ref('int_factors__combustion') }} as factor
        on factor.valid_from_year <= years.year
    qualify row_number()
            over (partition by years.year, factor.fuel_code order by factor.valid_from_year desc)
        = 1
    union all
    -- the grid factor is published in CO2e: no GWP set of ours enters it
    select
        years.year,
        'electricity',
        grid.kgco2e_per_kwh / 1000,
        grid.definition_code,
        grid.factor_key,
        null,
        grid.year < years.year
    from years
    inner join {{ ref('fac_electricity') }} as grid
        on grid.year <= years.year
            and grid.definition_code = 'utility_sales'
            and grid.status = 'actual'
    qualify row_number() over (partition by years.year order by grid.year desc) = 1
),

in_force as (
    select
        years.year,
        heating.fuel_code,
        heating.base_unit_code,
        heating.gj_per_unit,
        heating.factor_key,
        years.year > coalesce(heating.valid_to_year, 9999) as is_earlier_heating_value
    from years
    inner join heating
        on coalesce(heating.valid_from_year, 0) <= years.year
            and heating.heat_basis in ('net', 'exact')
    qualify row_number() over (
            partition by years.year, heating.fuel_code
            order by coalesce(heating.valid_from_year, 0) desc, heating.is_direct desc
        ) = 1
),

-- the yearbook's own heating values, to stand beside its totals; it prints no diesel, which takes
-- the table of its years
book as (
    select
        fuel_code,
        gj_per_unit,
        factor_key
    from heating
    where vintage in ('energy_audit_2022', 'moenv_6.0.4')
    qualify row_number() over (partition by fuel_code order by vintage = 'energy_audit_2022' desc)
        = 1
)

select
    emission.year,
    emission.fuel_code,
    in_force.base_unit_code as unit_code,
    emission.tco2e_per_unit,
    emission.factor_vintage,
    emission.emission_factor_key,
    emission.gwp_set,
    emission.is_earlier_factor,
    {{ without_noise('in_force.gj_per_unit', 12) }} as gj_per_unit,
    in_force.factor_key as heating_value_key,
    in_force.is_earlier_heating_value,
    book.gj_per_unit as book_gj_per_unit,
    book.factor_key as book_heating_value_key
from emission
inner join in_force on in_force.year = emission.year and in_force.fuel_code = emission.fuel_code
inner join book on book.fuel_code = emission.fuel_code
