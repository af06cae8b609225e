-- heat and emissions of a fuel on one basis: the factors of the year, or the last published before
with years as (
    select cast(unnest(generate_series(bounds.first_year, bounds.last_year)) as integer) as year
    from (
        select
            min(factor.valid_from_year) as first_year,
            greatest(max(factor.valid_from_year), max(year(release.vintage_date))) as last_year
        from {{ ref('int_factors__combustion') }} as factor
        cross join {{ ref('int_releases__release') }} as release
    ) as bounds
),

heat as (
    select
        heating.fuel_code,
        fuels.base_unit_code as unit_code,
        -- a heating value per litre serves a fuel counted in tonnes through its density
        heating.gj_per_unit * coalesce(density.kl_per_t, 1) as gj_per_unit,
        heating.factor_key as heating_value_key,
        density.factor_key as density_key,
        heating.valid_from_year
    from {{ ref('int_factors__heating_value') }} as heating
    inner join {{ ref('ref_fuel') }} as fuels on fuels.fuel_code = heating.fuel_code
    left join {{ ref('fac_density') }} as density
        on density.fuel_code = heating.fuel_code
            and heating.unit_code = 'kl' and fuels.base_unit_code = 't'
    where heating.heat_basis = 'net'
        and (heating.unit_code = fuels.base_unit_code or density.factor_key is not null)
)

select
    years.year,
    heat.fuel_code,
    heat.unit_code,
    {{ without_noise('heat.gj_per_unit', 12) }} as gj_per_unit,
    heat.heating_value_key,
    heat.density_key,
    {{ without_noise('emission.tco2e_per_gj', 12) }} as tco2e_per_gj,
    emission.emission_factor_key,
    emission.gwp_set
from years
inner join heat on heat.valid_from_year <= years.year
left join {{ ref('int_factors__combustion') }} as emission
    on emission.fuel_code = heat.fuel_code and emission.valid_from_year <= years.year
qualify row_number() over (
        partition by years.year, heat.fuel_code
        order by
            heat.valid_from_year desc, heat.density_key is not null,
            emission.valid_from_year desc
    ) = 1
