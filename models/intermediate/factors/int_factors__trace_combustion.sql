-- the rows of the factor seeds behind a list of emission factors: one row a gas, and its potential
{%- set gwp_set = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}

with listed as (
    select
        factor_key,
        gas_code,
        string_agg(factor_key, ' ' order by gas_code) over (
            partition by fuel_code, vintage
            order by gas_code
            rows between unbounded preceding and unbounded following
        ) as emission_factor_key
    from {{ ref('fac_emission_factor') }}
    where use_code = 'stationary'
)

select
    emission_factor_key,
    'fac_emission_factor' as parameter_table,
    factor_key as parameter_key
from listed
union all by name
select
    listed.emission_factor_key,
    'fac_gwp' as parameter_table,
    gwp.factor_key as parameter_key
from listed
inner join {{ ref('fac_gwp') }} as gwp
    on gwp.gas_code = listed.gas_code and gwp.gwp_set = '{{ gwp_set }}'
