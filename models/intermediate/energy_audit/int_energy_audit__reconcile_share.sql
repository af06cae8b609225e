with cells as (
    select * from {{ ref('stg_energy_audit__cell') }}
),

share_of_total as (
    select
        'share_of_total' as check_code,
        share.*,
        100 * part.value / whole.value as recomputed_value,
        100
        * (part.half_unit / whole.value + part.value * whole.half_unit / pow(whole.value, 2))
            as input_tolerance,
        'row total / total of all users' as formula
    from cells as share
    inner join cells as part
        on part.table_ref = share.table_ref
            and part.row_label = share.row_label
            and part.column_code = 'total'
    inner join cells as whole
        on whole.table_ref = share.table_ref
            and whole.industry_code = 'all_users'
            and whole.column_code = 'total'
    where share.table_ref = '2.1' and share.column_code = 'share'
)

select
    check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    recomputed_value,
    input_tolerance,
    formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from share_of_total

union all by name
select
    'end_uses_sum_to_100' as check_code,
    table_ref,
    table_ref || '|' || row_label || '|製程動力..其他' as cell_ref,
    100 as reported_value,
    max(half_unit) as half_unit,
    'pct' as unit_code,
    sum(value) as recomputed_value,
    sum(half_unit) - max(half_unit) as input_tolerance,
    'sum of ' || count(*) || ' end uses' as formula
from cells
where layout_code in ('2.2', '3.x-2')
group by table_ref, row_label
