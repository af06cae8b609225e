with cells as (
    select * from {{ ref('stg_energy_audit__cell') }}
    where table_ref in ('1.1', '1.2', '3.1') and year is not null
)

select
    coalesce(fix.used_year, cells.year) as year,
    case cells.table_ref when '3.1' then 'large_users_' else '' end
    || cells.column_code as measure_code,
    -- fractions and money stay in the printed unit
    {{ without_noise("coalesce(fix.used_value, cells.value) * case
        when units.quantity_kind in ('fraction', 'money') then 1
        else units.to_base_factor * coalesce(heat.gj_per_unit, 1)
    end") }} as value,
    case
        when heat.gj_per_unit is not null then 'gj'
        when units.quantity_kind in ('fraction', 'money') then units.unit_code
        else units.base_unit_code
    end as unit_code,
    case coalesce(fix.correction_kind, 'none')
        when 'none' then 'as_printed'
        else 'corrected_' || fix.correction_kind
    end as value_basis,
    fix.reason_code,
    cells.value as printed_value,
    cells.unit_code as printed_unit_code,
    cells.cell_ref,
    cells.source_release_key
from cells
inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
left join {{ ref('int_factors__heating_value') }} as heat
    on units.quantity_kind = 'oil_equivalent'
        and heat.fuel_code = 'oil_equivalent'
        and heat.vintage = cells.source_release_key
left join {{ ref('cor_energy_audit_2022') }} as fix
    on fix.table_ref = cells.table_ref
        and fix.row_label = cells.row_label
        and fix.column_code = cells.column_code
