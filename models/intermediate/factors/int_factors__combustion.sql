{%- set gwp_set = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}

with per_gas as (
    select
        factors.vintage,
        factors.fuel_code,
        fuels.base_unit_code,
        factors.valid_from_year,
        factors.valid_to_year,
        factors.gas_code,
        factors.factor_key,
        factors.kg_per_unit / units.to_base_factor
        -- a factor per litre serves a quantity in tonnes through the density of the fuel
        * case when units.base_unit_code = fuels.base_unit_code then 1 else density.kl_per_t end
        * gwp.gwp / 1000 as tco2e_per_unit,
        factors.kg_per_tj * gwp.gwp / 1e6 as tco2e_per_gj
    from {{ ref('fac_emission_factor') }} as factors
    inner join {{ ref('ref_fuel') }} as fuels on fuels.fuel_code = factors.fuel_code
    inner join {{ ref('ref_unit') }} as units on units.unit_code = factors.unit_code
    inner join {{ ref('fac_gwp') }} as gwp
        on gwp.gas_code = factors.gas_code and gwp.gwp_set = '{{ gwp_set }}'
    left join {{ ref('fac_density') }} as density on density.fuel_code = factors.fuel_code
    where factors.use_code = 'stationary'
)

select
    vintage,
    fuel_code,
    base_unit_code as unit_code,
    valid_from_year,
    valid_to_year,
    '{{ gwp_set }}' as gwp_set,
    sum(tco2e_per_unit) as tco2e_per_unit,
    sum(tco2e_per_gj) as tco2e_per_gj,
    string_agg(factor_key, ' ' order by gas_code) as emission_factor_key
from per_gas
group by vintage, fuel_code, base_unit_code, valid_from_year, valid_to_year
