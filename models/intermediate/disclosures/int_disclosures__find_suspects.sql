-- energy, electricity and revenue that cannot be what they say: a power of ten from the other years (DQ21), or outside what emissions allow
-- (DQ22); the suggested value is the factor, or the energy items, that put it back in range. Values are never changed.
with series as (
    select
        value.*,
        -- one wrong year of three does not move the median
        case
            when
                count(*) over by_company >= 3
                then value.value / median(value.value) over by_company
        end as per_usual,
        -- the report states its own boundary for one year: in the others the plants are scaled by it
        coalesce(boundary.disclosed_tco2e, registry.total_tco2e * last_boundary.total_ratio)
            as disclosed_tco2e,
        coalesce(boundary.scope2_tco2e, registry.scope2_tco2e * last_boundary.scope2_ratio)
            as scope2_tco2e,
        registry.total_tco2e as registry_tco2e,
        registry.scope2_tco2e as registry_scope2_tco2e,
        item.items_gj,
        item.items_kwh,
        energy.value as total_energy_gj
    from {{ ref('int_disclosures__energy_year') }} as value
    left join
        {{ ref('int_disclosures__compare_boundary') }} as boundary
        on boundary.tax_id = value.tax_id and boundary.year = value.year
    left join
        {{ ref('int_emissions__company_year') }} as registry
        on registry.tax_id = value.tax_id and registry.year = value.year
    left join (
        select
            tax_id,
            year,
            -- what the items add to, where every one of them is in GJ
            case when count(*) = count(energy_gj) then sum(energy_gj) end as items_gj,
            sum(energy_gj) filter (
                where energy_type_code in ('electricity', 'renewable_electricity')
            )
            / 0.0036 as items_kwh
        from {{ ref('int_disclosures__convert_item') }}
        group by tax_id, year
    ) as item on item.tax_id = value.tax_id and item.year = value.year
    left join (
        select
            tax_id,
            arg_max(disclosed_per_registry_ratio, year) as total_ratio,
            arg_max(scope2_tco2e / nullif(registry_scope2_tco2e, 0), year) as scope2_ratio
        from {{ ref('int_disclosures__compare_boundary') }}
        group by tax_id
    ) as last_boundary on last_boundary.tax_id = value.tax_id
    left join {{ ref('int_disclosures__energy_year') }} as energy
        on energy.tax_id = value.tax_id
            and energy.year = value.year
            and energy.measure = 'total_energy_gj'
            and value.measure = 'electricity_kwh'
    where value.value > 0
    window by_company as (partition by value.tax_id, value.measure)
),

-- the physical ratio by the company's own boundary, and by its plants; the value is possible if either is
judged as (
    select
        *,
        1
        / nullif(
            case measure
                when 'total_energy_gj' then disclosed_tco2e when 'electricity_kwh' then scope2_tco2e
            end,
            0
        ) as by_report,
        1
        / nullif(
            case measure
                when 'total_energy_gj' then registry_tco2e when
                    'electricity_kwh'
                    then registry_scope2_tco2e
            end,
            0
        ) as by_plants,
        -- for electricity the rule gives kilograms per kWh: its bounds turned round are kWh per tonne
        case measure when
                'total_energy_gj'
                then {{ rule_value('dq22:energy_per_emission_min', 'year') }}
            else 1000 / {{ rule_value('dq22:scope2_per_electricity_max', 'year') }}
        end as low,
        case measure when
                'total_energy_gj'
                then {{ rule_value('dq22:energy_per_emission_max', 'year') }}
            else 1000 / {{ rule_value('dq22:scope2_per_electricity_min', 'year') }}
        end as high,
        case when {{ is_power_of_ten('per_usual') }} then round(log10(per_usual)) end
            as power_usual,
        coalesce(value * 0.0036 > 1.02 * total_energy_gj, false) as is_above_total,
        case measure
            when 'total_energy_gj' then items_gj when 'electricity_kwh' then items_kwh
        end as items_value
    from series
),

ratios as (
    select
        *,
        by_report is null and by_plants is null as has_no_ratio,
        coalesce(value * by_report between low and high, false)
        or coalesce(value * by_plants between low and high, false) as is_possible,
        -- the power of ten that would put it back in range, by the company's own boundary first
        list_filter(
            [3, -3, 6, -6, 2, -2, 4, -4],
            power -> value / pow(10, power) * coalesce(by_report, by_plants) between low and high
        )[1
        ] as power_physical
    from judged
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
    reason,
    page,
    source_kind_code,
    source_release_key,
    row_number
from (
    select
        *,
        case measure
            when 'total_energy_gj' then 'gj' when 'electricity_kwh' then 'kwh' else 'twd'
        end as unit_code,
        case
            when power_usual is not null then 'DQ21'
            when
                is_above_total
                or (
                    measure in ('total_energy_gj', 'electricity_kwh')
                    and not has_no_ratio
                    and not is_possible
                )
                then 'DQ22'
        end as rule_code,
        case when rule_code = 'DQ21' then power_usual when not is_possible then power_physical end
            as power_of_ten,
        {{ without_noise("case when power_of_ten is not null then value / pow(10, power_of_ten)
            when items_value <> value and items_value * coalesce(by_report, by_plants) between low and high then items_value end") }} as suggested_value,
        case measure when 'total_energy_gj' then 1 else 1000 end as shown_per,
        case
            when rule_code = 'DQ21' then '10^' || power_usual::integer || ' times the other years'
            when is_above_total
                then 'electricity of '
                    || (value * 0.0036)::bigint
                    || ' GJ exceeds the total energy of '
                    || total_energy_gj::bigint
                    || ' GJ'
            else round(value * coalesce(by_report, by_plants) / shown_per, 4)
                || case measure
                    when 'total_energy_gj' then ' GJ per tCO2e' else ' MWh per tCO2e of scope 2'
                end
                || ', possible is '
                || round(low / shown_per, 2)
                || ' to '
                || round(high / shown_per, 2)
        end || case
            when
                rule_code = 'DQ22' and power_of_ten is not null
                then '; 10^' || power_of_ten::integer || ' times what fits'
            when
                rule_code = 'DQ22' and suggested_value is not null
                then '; the energy items give the suggested value'
            when measure = 'electricity_kwh'
                and not is_above_total
                and value * coalesce(by_report, by_plants) > high
                then '; own generation would explain it'
            else ''
        end as reason
    from ratios
)
where rule_code is not null
