-- a power of ten from the other years (DQ21), or outside what emissions allow (DQ22); the suggested
-- value is the factor, or the energy items, that put it back in range
with bounded as (
    select
        compared.*,
        1 / nullif(compared.reported_tco2e, 0) as per_reported,
        1 / nullif(compared.registry_tco2e, 0) as per_registry,
        -- the company's own boundary comes first
        coalesce(per_reported, per_registry) as per_tco2e,
        -- kilograms per kWh turned round are kWh per tonne
        case
            when compared.measure = 'total_energy_gj' then rule.energy_per_emission_min
            else 1000 / rule.scope2_per_electricity_max
        end as low,
        case
            when compared.measure = 'total_energy_gj' then rule.energy_per_emission_max
            else 1000 / rule.scope2_per_electricity_min
        end as high,
        coalesce(
            compared.value * 0.0036 > rule.electricity_per_energy_max * compared.total_energy_gj,
            false
        ) as is_above_total,
        case
            when {{ is_power_of_ten(
                'compared.per_usual_ratio', 'rule.power_min', 'rule.power_tolerance'
            ) }}
                then round(log10(compared.per_usual_ratio))
        end as power_usual
    from {{ ref('int_disclosures__compare_energy') }} as compared
    left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = compared.year
),

tried as (
    select
        *,
        -- possible if the report's own scopes allow it, or the plants do
        coalesce(value * per_reported between low and high, false)
        or coalesce(value * per_registry between low and high, false) as is_possible,
        list_filter(
            [3, -3, 6, -6, 2, -2, 4, -4],
            power -> value / pow(10, power) * per_tco2e between low and high
        )[1] as power_physical,
        case
            when power_usual is not null then 'DQ21'
            when is_above_total or (per_tco2e is not null and not is_possible) then 'DQ22'
        end as rule_code,
        case
            when rule_code = 'DQ21' then power_usual
            when not is_possible then power_physical
        end as power_of_ten
    from bounded
),

suspects as (
    select
        *,
        case
            when power_of_ten is not null
                then {{ without_noise('value / pow(10, power_of_ten)') }}
            when items_value <> value and items_value * per_tco2e between low and high
                then {{ without_noise('items_value') }}
        end as suggested_value,
        case measure when 'total_energy_gj' then 1 else 1000 end as shown_per,
        case measure
            when 'total_energy_gj' then ' GJ per tCO2e' else ' MWh per tCO2e of scope 2'
        end as shown_unit
    from tried
    where rule_code is not null
)

select
    tax_id,
    year,
    measure,
    value,
    unit_code,
    rule_code,
    suggested_value,
    rule_code = 'DQ21' or power_of_ten is not null as is_unit_error,
    case
        when rule_code = 'DQ21'
            then '10^' || cast(power_usual as integer) || ' times the other years'
        when is_above_total
            then 'electricity of ' || cast(value * 0.0036 as bigint)
                || ' GJ exceeds the total energy of ' || cast(total_energy_gj as bigint) || ' GJ'
        else round(value * per_tco2e / shown_per, 4) || shown_unit || ', possible is '
            || round(low / shown_per, 2) || ' to ' || round(high / shown_per, 2)
    end || case
        when rule_code = 'DQ21' then ''
        when power_of_ten is not null
            then '; 10^' || cast(power_of_ten as integer) || ' times what fits'
        when suggested_value is not null then '; the energy items give the suggested value'
        when measure = 'electricity_kwh' and not is_above_total and value * per_tco2e > high
            then '; own generation would explain it'
        else ''
    end as reason,
    page,
    source_kind_code,
    source_release_key,
    row_number
from suspects
