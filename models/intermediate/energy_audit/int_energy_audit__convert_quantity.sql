select
    case cells.layout_code when '3.x-1' then 'used' else 'saved' end as flow_code,
    cells.industry_code,
    cells.year,
    cells.column_code as fuel_code,
    cells.value * units.to_base_factor as quantity,
    cells.half_unit * units.to_base_factor as quantity_half_unit,
    units.base_unit_code as unit_code,
    {{ without_noise('cells.value * units.to_base_factor
        * coalesce(exact.gj_per_unit, book.gj_per_unit)') }}
        as energy_gj,
    {{ without_noise('cells.value * units.to_base_factor * book.gj_per_unit') }} as energy_book_gj,
    cells.half_unit * units.to_base_factor * book.gj_per_unit as energy_book_half_unit_gj,
    coalesce(exact.heat_basis, book.heat_basis) as heat_basis,
    coalesce(exact.factor_key, book.factor_key) as heating_value_key,
    cells.cell_ref,
    cells.source_release_key
from {{ ref('stg_energy_audit__cell') }} as cells
inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
inner join {{ ref('int_factors__heating_value') }} as book
    on book.fuel_code = cells.column_code
        and book.unit_code = units.base_unit_code
        and book.vintage = 'energy_audit_2022'
left join {{ ref('int_factors__heating_value') }} as exact
    on exact.fuel_code = cells.column_code and exact.vintage = 'si'
where cells.layout_code in ('3.x-1', '3.x-3')
    and cells.industry_code <> 'all_users'
