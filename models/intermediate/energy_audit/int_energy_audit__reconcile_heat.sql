with saved_heat as (
    select
        cells.table_ref,
        cells.row_label,
        sum(cells.value * units.to_base_factor * heat.gj_per_unit) as heat_gj,
        sum(cells.half_unit * units.to_base_factor * heat.gj_per_unit) as half_unit_gj
    from {{ ref('stg_energy_audit__cell') }} as cells
    inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
    inner join {{ ref('int_factors__heating_value') }} as heat
        on heat.fuel_code = cells.column_code and heat.vintage = cells.source_release_key
    where cells.table_ref = '2.3-1'
    group by cells.table_ref, cells.row_label
),

gj_per_printed_unit as (
    select max(gj_per_10k_kloe) as factor from {{ ref('int_energy_audit__rebuild_total') }}
)

select
    'heat_of_fuels_used' as check_code,
    split_part(cell_ref, '|', 1) as table_ref,
    cell_ref,
    reported_total_10k_kloe as reported_value,
    reported_half_unit_10k_kloe as half_unit,
    '10k_kloe' as unit_code,
    rebuilt_total_gj / gj_per_10k_kloe as recomputed_value,
    rebuilt_half_unit_gj / gj_per_10k_kloe as input_tolerance,
    'sum of fuels x heating value' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    case
        when is_rebuildable then null
        when rebuild_gap_ratio > 0 then 'fuels_exceed_total'
        else 'fuels_short_of_total'
    end as explanation_code
from {{ ref('int_energy_audit__rebuild_total') }}

union all by name
select
    'heat_of_fuels_saved' as check_code,
    total.table_ref,
    total.cell_ref,
    total.value as reported_value,
    total.half_unit,
    total.unit_code,
    saved_heat.heat_gj / gj_per_printed_unit.factor as recomputed_value,
    saved_heat.half_unit_gj / gj_per_printed_unit.factor as input_tolerance,
    'sum of fuels x heating value' as formula
from {{ ref('stg_energy_audit__cell') }} as total
inner join saved_heat
    on saved_heat.table_ref = total.table_ref and saved_heat.row_label = total.row_label
cross join gj_per_printed_unit
where total.column_code = 'total'
