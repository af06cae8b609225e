with cells as (
    select * from {{ ref('stg_energy_audit__cell') }}
),

parts as (
    -- chapter 2: totals of a table against its own rows
    select
        total.cell_ref,
        'total_of_rows' as check_code,
        part.value,
        part.half_unit,
        1 as divisor
    from cells as total
    inner join {{ ref('ref_industry') }} as industry on industry.parent_code = total.industry_code
    inner join cells as part
        on part.table_ref = total.table_ref
            and part.column_code = total.column_code
            and part.industry_code = industry.industry_code
    where total.table_ref in ('2.1', '2.3-1')
    union all
    -- tables 3.1 and 3.3: all users against the eight industry tables
    select
        total.cell_ref,
        'total_of_industries' as check_code,
        part.value,
        part.half_unit,
        1 as divisor
    from cells as total
    inner join cells as part
        on part.year = total.year
            and part.column_code = total.column_code
            and part.table_ref <> total.table_ref
            and part.layout_code = case total.table_ref when '3.1' then '3.x-1' else '3.x-3' end
    where total.table_ref in ('3.1', '3.3')
    union all
    select
        mean.cell_ref,
        'mean_of_years' as check_code,
        part.value,
        part.half_unit,
        10 as divisor
    from cells as mean
    inner join cells as part
        on part.table_ref = mean.table_ref
            and part.column_code = mean.column_code
            and part.year is not null
    where mean.table_ref = '3.1' and mean.row_label = '平均'
),

summed as (
    select
        cell_ref,
        check_code,
        sum(value) / max(divisor) as recomputed_value,
        sum(half_unit) / max(divisor) as input_tolerance,
        count(*) as part_count
    from parts
    group by cell_ref, check_code
)

select
    summed.check_code,
    cells.table_ref,
    cells.cell_ref,
    cells.value as reported_value,
    cells.half_unit,
    cells.unit_code,
    summed.recomputed_value,
    summed.input_tolerance,
    case summed.check_code
        when 'total_of_rows' then 'sum of the ' || summed.part_count || ' rows of the table'
        when 'total_of_industries' then 'sum of the ' || summed.part_count || ' industry tables'
        else 'mean of ' || summed.part_count || ' years'
    end as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from summed
inner join cells on cells.cell_ref = summed.cell_ref
