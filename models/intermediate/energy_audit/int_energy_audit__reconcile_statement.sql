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
    union all
    -- the footnote of table 2.3-1 adds up over the industries, and each section repeats its part
    select
        total.cell_ref,
        'footnote_parts',
        part.value,
        part.half_unit,
        part.cell_ref
    from statements as total
    inner join statements as part
        on part.location_zh = total.location_zh
            and part.measure_code = total.measure_code
            and part.industry_code <> 'all_users'
    where total.cell_ref = '2.3-1 *2:all_users'
    union all
    select
        repeated.cell_ref,
        'footnote_repeated',
        first.value,
        first.half_unit,
        first.cell_ref
    from statements as repeated
    inner join statements as first on first.cell_ref = '2.3-1 *2:' || repeated.industry_code
    where repeated.measure_code = 'electricity_saved_with_heat'
        and repeated.cell_ref <> first.cell_ref
    union all
    -- the users of the energy sector by kind (footnote 1) against table 2.1
    select
        cells.cell_ref,
        'footnote_users_' || replace(split_part(part.cell_ref, ' ', 1), '.', '_'),
        part.value,
        0,
        part.cell_ref
    from cells
    inner join
        statements as part
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
    union all
    select
        cell_ref,
        split_part(location_zh, ' ', 1),
        value,
        half_unit,
        unit_code,
        qualifier
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
        when
            reported.qualifier = 'at_least'
            then least(reported.value, summed.recomputed_value)
        else summed.recomputed_value
    end
        as recomputed_value,
    summed.input_tolerance,
    case when reported.qualifier = 'at_least' then 'at least; ' else '' end
    || summed.formula as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from summed
inner join reported on reported.cell_ref = summed.cell_ref
union all
-- the foreword prints a saving rate beside the total saving; alternative: the electricity-saving rate of table 3.4
select
    'rate_of_quantity_beside_it',
    rate.location_zh,
    rate.cell_ref,
    rate.value,
    rate.half_unit,
    rate.unit_code,
    100 * saved.value / (saved.value + used.value),
    100
    * (used.value * saved.half_unit + saved.value * used.half_unit)
    / pow(saved.value + used.value, 2),
    'saved_total / (saved_total + total) of the foreword',
    electricity.value,
    rate.half_unit + electricity.half_unit,
    'electricity_rate_beside_energy'
from statements as rate
inner join statements as saved on saved.cell_ref = 'foreword:saved_total'
inner join statements as used on used.cell_ref = 'foreword:total'
inner join
    cells as electricity
    on electricity.table_ref = '3.4'
        and electricity.year = rate.year
        and electricity.column_code = 'electricity'
where rate.cell_ref = 'foreword:saving_rate'
