with cells as (
    select * from {{ ref('stg_energy_audit__cell') }}
),

statements as (
    select * from {{ ref('stg_energy_audit__statement') }}
),

evidence as (
    -- a statement and the cell that prints the same figure
    select
        statements.cell_ref,
        'statement_and_table' as check_code,
        cells.value,
        cells.half_unit,
        cells.cell_ref as evidence_ref
    from statements
    inner join cells
        on cells.year = statements.year and cells.industry_code = statements.industry_code
            and (cells.table_ref, cells.column_code, statements.measure_code) in (
                ('2.1', 'user_count', 'user_count'),
                ('2.1', 'total', 'total'),
                ('2.3-1', 'total', 'saved_total'),
                ('1.1', 'industrial_energy_share', 'industrial_energy_share')
            )
    union all by name
    -- the footnote of table 2.3-1 adds up over the industries, and each section repeats its part
    select
        total.cell_ref,
        'footnote_parts' as check_code,
        part.value,
        part.half_unit,
        part.cell_ref as evidence_ref
    from statements as total
    inner join statements as part
        on part.location_zh = total.location_zh
            and part.measure_code = total.measure_code
            and part.industry_code <> 'all_users'
    where total.cell_ref = '2.3-1 *2:all_users'
    union all by name
    select
        repeated.cell_ref,
        'footnote_repeated' as check_code,
        first.value,
        first.half_unit,
        first.cell_ref as evidence_ref
    from statements as repeated
    inner join statements as first on first.cell_ref = '2.3-1 *2:' || repeated.industry_code
    where repeated.measure_code = 'electricity_saved_with_heat'
        and repeated.cell_ref <> first.cell_ref
    union all by name
    -- the users of the energy sector by kind (footnote 1) against table 2.1
    select
        cells.cell_ref,
        'footnote_users_' || replace(split_part(part.cell_ref, ' ', 1), '.', '_') as check_code,
        part.value,
        part.half_unit,
        part.cell_ref as evidence_ref
    from cells
    inner join statements as part
        on part.measure_code like 'user_count_%' and part.industry_code = cells.industry_code
    where cells.table_ref = '2.1' and cells.column_code = 'user_count'
),

summed as (
    select
        cell_ref,
        check_code,
        sum(value) as recomputed_value,
        sum(half_unit) as input_tolerance,
        string_agg(evidence_ref, ' + ' order by evidence_ref) as formula
    from evidence
    group by cell_ref, check_code
),

reported as (
    select
        cell_ref,
        table_ref,
        value,
        half_unit,
        unit_code,
        'equal' as qualifier
    from cells
    union all by name
    select
        * exclude (location_zh),
        split_part(location_zh, ' ', 1) as table_ref
    from statements
)

select
    summed.check_code,
    reported.table_ref,
    reported.cell_ref,
    reported.value as reported_value,
    reported.half_unit,
    reported.unit_code,
    -- "more than 30 %" is met by any larger figure
    case
        when reported.qualifier = 'at_least'
            then least(reported.value, summed.recomputed_value)
        else summed.recomputed_value
    end as recomputed_value,
    summed.input_tolerance,
    if(reported.qualifier = 'at_least', 'at least; ', '') || summed.formula as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from summed
inner join reported on reported.cell_ref = summed.cell_ref
