-- a correction whose cell is gone or prints something else must be looked at again
select
    'cor_energy_audit_2022.csv: '
    || fix.table_ref
    || '|'
    || fix.row_label
    || '|'
    || fix.column_code
    || ' was made for "'
    || fix.printed_text
    || '", the cell now prints '
    || coalesce('"' || cells.printed_text || '"', 'nothing')
    || '; review the correction or remove it' as problem
from {{ ref('cor_energy_audit_2022') }} as fix
left join {{ ref('stg_energy_audit__cell') }} as cells
    on cells.table_ref = fix.table_ref
        and cells.row_label = fix.row_label
        and cells.column_code = fix.column_code
where cells.printed_text is distinct from fix.printed_text
