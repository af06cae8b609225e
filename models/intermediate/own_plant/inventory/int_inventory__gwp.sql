-- global warming potential of every gas in every set; where a set lacks the gas, that of the next
-- later set that has it
{%- set declared = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}

with known as (
    select
        gas_code,
        case when gas_code in ('sf5cf3', 'so2f2') then 'outside' when
                gas_family = 'hfc'
                then 'hfcs'
            when gas_family = 'pfc/other' then 'pfcs'
            else gas_family
        end as gas_family_code,
        gwp_set,
        gwp as gwp_ratio,
        factor_key
    from {{ ref('fac_gwp') }}
    union all
    select
        gas_code,
        gas_family_code,
        gwp_set,
        gwp_ratio,
        factor_key
    from {{ ref('fac_gwp_supplement') }}
),

sets as (
    select
        gwp_set,
        list_position(['SAR', 'TAR', 'AR4', 'AR5', 'AR6'], gwp_set) as sort_order
    from (select unnest(['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) as gwp_set) as listed
),

-- methane by origin: a set that does not tell origins apart has one methane
origins as (
    select
        known.*,
        known.gas_code as gwp_gas_code,
        1 as priority
    from known
    union all
    select
        known.*,
        unnest(['ch4_fossil', 'ch4_biogenic']) as gwp_gas_code,
        2 as priority
    from known
    where known.gas_code = 'ch4'
),

gases as (
    select distinct gwp_gas_code from origins
)

select
    gases.gwp_gas_code,
    wanted.gwp_set,
    origins.gas_family_code,
    origins.gwp_ratio,
    origins.gwp_set as stated_in_set,
    origins.factor_key as gwp_key
from gases
cross join sets as wanted
inner join origins on origins.gwp_gas_code = gases.gwp_gas_code
inner join
    sets as found
    on found.gwp_set = origins.gwp_set and found.sort_order >= wanted.sort_order
where wanted.gwp_set in ('AR4', 'AR5', 'AR6', '{{ declared }}')
qualify row_number()
        over (
            partition by gases.gwp_gas_code, wanted.gwp_set
            order by found.sort_order, origins.priority
        )
    = 1
union all
-- a factor in CO2e has its potentials inside: no set changes it
select
    'co2e',
    gwp_set,
    'co2e',
    1,
    gwp_set,
    'co2e'
from sets
where gwp_set in ('AR4', 'AR5', 'AR6', '{{ declared }}')
