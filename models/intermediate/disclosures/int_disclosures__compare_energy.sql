-- Beside each value the other years, the emissions it should explain, and what its items add to.
-- The report states its own boundary for one year: in the others the plants are scaled by it.
with items as (
    select
        tax_id,
        year,
        -- what the items add to, where every one of them is in GJ
        case when count(*) = count(energy_gj) then sum(energy_gj) end as items_gj,
        sum(energy_gj) filter (where energy_type_code in ('electricity', 'renewable_electricity'))
        / 0.0036 as items_kwh
    from {{ ref('int_disclosures__convert_item') }}
    group by tax_id, year
),

last_boundary as (
    select
        tax_id,
        arg_max(disclosed_per_registry_ratio, year) as total_ratio,
        arg_max(scope2_tco2e / nullif(registry_scope2_tco2e, 0), year) as scope2_ratio
    from {{ ref('int_disclosures__compare_boundary') }}
    group by tax_id
)

select
    value.tax_id,
    value.year,
    value.measure,
    value.value,
    case value.measure
        when 'total_energy_gj' then 'gj' when 'electricity_kwh' then 'kwh' else 'twd'
    end as unit_code,
    -- one wrong year of three does not move the median
    case
        when count(*) over of_company >= 3
            then value.value / median(value.value) over of_company
    end as per_usual_ratio,
    case value.measure
        when 'total_energy_gj'
            then coalesce(
                    boundary.disclosed_tco2e, registry.total_tco2e * last_boundary.total_ratio
                )
        when 'electricity_kwh'
            then coalesce(
                    boundary.scope2_tco2e, registry.scope2_tco2e * last_boundary.scope2_ratio
                )
    end as reported_tco2e,
    case value.measure
        when 'total_energy_gj' then registry.total_tco2e
        when 'electricity_kwh' then registry.scope2_tco2e
    end as registry_tco2e,
    case value.measure
        when 'total_energy_gj' then items.items_gj
        when 'electricity_kwh' then items.items_kwh
    end as items_value,
    case when value.measure = 'electricity_kwh' then energy.value end as total_energy_gj,
    value.page,
    value.source_kind_code,
    value.source_release_key,
    value.row_number
from {{ ref('int_disclosures__energy_year') }} as value
left join {{ ref('int_disclosures__compare_boundary') }} as boundary
    on boundary.tax_id = value.tax_id and boundary.year = value.year
left join {{ ref('int_emissions__company_year') }} as registry
    on registry.tax_id = value.tax_id and registry.year = value.year
left join items on items.tax_id = value.tax_id and items.year = value.year
left join last_boundary on last_boundary.tax_id = value.tax_id
left join {{ ref('int_disclosures__energy_year') }} as energy
    on energy.tax_id = value.tax_id
        and energy.year = value.year
        and energy.measure = 'total_energy_gj'
where value.value > 0
window of_company as (partition by value.tax_id, value.measure)
