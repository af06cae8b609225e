-- every table has the rows and columns that the registry says it prints: no join loses a cell
select
    'table '
    || tables.table_ref
    || ' stages '
    || count(cells.cell_ref)
    || ' cells, but prints '
    || tables.printed_rows
    || ' rows of '
    || (
        select count(*) from {{ ref('energy_audit_2022_column') }} as columns
        where columns.layout_code = tables.layout_code
    )
    || ' columns' as problem
from {{ ref('energy_audit_2022_table') }} as tables
left join {{ ref('stg_energy_audit__cell') }} as cells on cells.table_ref = tables.table_ref
group by tables.table_ref, tables.printed_rows, tables.layout_code
having count(cells.cell_ref) <> tables.printed_rows
    * (
        select count(*) from {{ ref('energy_audit_2022_column') }} as columns
        where columns.layout_code = tables.layout_code
    )
