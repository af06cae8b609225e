-- Stated energy as it is, electricity at 3.6 MJ/kWh, fuels by the heating values and factors of
-- the year, or by the last that were published before it.
{%- set gwp_set = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}

with heat as (
    select
        fuel_code,
        unit_code,
        gj_per_unit,
        factor_key,
        valid_from_year
    from {{ ref('int_factors__heating_value') }}
    where heat_basis = 'net'
    union all by name
    -- a fuel measured by volume and stated by mass, through its density
    select
        heating.fuel_code,
        't' as unit_code,
        heating.gj_per_unit * density.kl_per_t as gj_per_unit,
        heating.factor_key,
        heating.valid_from_year
    from {{ ref('int_factors__heating_value') }} as heating
    inner join {{ ref('fac_density') }} as density on density.fuel_code = heating.fuel_code
    where heating.heat_basis = 'net' and heating.unit_code = 'kl'
),

emission as (
    select
        factors.fuel_code,
        factors.vintage,
        factors.valid_from_year,
        sum(factors.kg_per_tj * gwp.gwp) / 1e6 as tco2e_per_gj,
        string_agg(factors.factor_key, ' ' order by factors.gas_code) as emission_factor_key
    from {{ ref('fac_emission_factor') }} as factors
    inner join {{ ref('fac_gwp') }} as gwp
        on gwp.gas_code = factors.gas_code and gwp.gwp_set = '{{ gwp_set }}'
    where factors.use_code = 'stationary'
    group by factors.fuel_code, factors.vintage, factors.valid_from_year
),

heated as (
    select
        item.*,
        item.energy_type_code in ('electricity', 'renewable_electricity') as is_electric,
        coalesce(item.fuel_code, item.energy_type_code) as named_as,
        case item.unit_code
            when 'gj' then {{ without_noise('item.quantity') }}
            when 'kwh' then {{ without_noise('item.quantity * 0.0036') }}
            else {{ without_noise('item.quantity * heat.gj_per_unit') }}
        end as energy_gj,
        case item.unit_code
            when 'gj' then 'stated'
            when 'kwh' then 'si:electricity:kwh'
            else heat.factor_key
        end as heating_value_key
    from {{ ref('int_disclosures__energy_item') }} as item
    left join heat
        on heat.fuel_code = item.fuel_code
            and heat.unit_code = item.unit_code
            and heat.valid_from_year <= item.year
    where item.refusal is null
    qualify row_number() over (
            partition by item.tax_id, item.year, item.item_no order by heat.valid_from_year desc
        ) = 1
)

select
    heated.* exclude (heated.is_electric, heated.named_as),
    case heated.energy_type_code
        when 'renewable_electricity' then 0
        when 'electricity'
            then {{ without_noise('heated.energy_gj / 0.0036 * grid.kgco2e_per_kwh / 1000') }}
        else {{ without_noise('heated.energy_gj * emission.tco2e_per_gj') }}
    end as tco2e,
    case heated.energy_type_code
        when 'renewable_electricity' then 'no emissions in scope 2 (market based)'
        when 'electricity' then grid.factor_key
        else emission.emission_factor_key
    end as emission_factor_key,
    case
        when heated.energy_gj is null
            then 'no heating value for ' || heated.named_as || ' in ' || heated.unit_code
        when heated.is_electric then null
        when emission.fuel_code is null then 'no emission factor for ' || heated.named_as
    end as not_converted_reason
from heated
left join {{ ref('fac_electricity') }} as grid
    on heated.energy_type_code = 'electricity'
        and grid.year = heated.year
        and grid.definition_code = 'utility_sales'
        and grid.status = 'actual'
left join emission
    on emission.fuel_code = heated.fuel_code
        and emission.valid_from_year <= heated.year
        and not heated.is_electric
qualify row_number() over (
        partition by heated.tax_id, heated.year, heated.item_no
        order by emission.valid_from_year desc
    ) = 1
