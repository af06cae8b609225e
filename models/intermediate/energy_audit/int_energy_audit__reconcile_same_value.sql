with cells as (
    select
        cells.*,
        units.to_base_factor
    from {{ ref('stg_energy_audit__cell') }} as cells
    inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
),

pairs as (
    -- the coarser print (億元 in chapter 3, 千元 in chapter 2) is the one that is checked
    select
        'chapter_2_and_3' as check_code,
        third.cell_ref,
        second.cell_ref as other_ref
    from cells as second
    inner join cells as third
        on third.industry_code = second.industry_code
            and third.year = second.year
            and third.column_code = second.column_code
            and third.layout_code = case second.layout_code
                when '2.1' then '3.x-1'
                when '2.2' then '3.x-2'
                when '2.3-1' then '3.x-3'
                when '2.3-2' then '3.x-4'
            end
    union all
    select
        'chapter_2_and_3',
        third.cell_ref,
        second.cell_ref
    from cells as third
    inner join cells as second
        on second.table_ref = '2.1' and second.industry_code = third.industry_code
            and second.year = third.year and second.column_code = third.column_code
    where third.table_ref = '3.1'
    union all
    select
        'table_3_1_and_' || replace(detail.table_ref, '.', '_'),
        total.cell_ref,
        detail.cell_ref
    from cells as total
    inner join cells as detail
        on detail.year = total.year
            and (detail.table_ref, detail.column_code, total.column_code) in (
                ('3.3', 'electricity', 'electricity_saved'),
                ('3.4', 'electricity', 'electricity_saving_rate'),
                ('3.4', 'total', 'saving_rate')
            )
    where total.table_ref = '3.1'
)

select
    pairs.check_code,
    reported.table_ref,
    reported.cell_ref,
    reported.value as reported_value,
    reported.half_unit,
    reported.unit_code,
    other.value * other.to_base_factor / reported.to_base_factor as recomputed_value,
    other.half_unit * other.to_base_factor / reported.to_base_factor as input_tolerance,
    other.cell_ref as formula,
    -- footnote of table 3.3: the electricity saving of the year with heat measures recognised
    heat.value * heat_units.to_base_factor / reported.to_base_factor as alternative_value,
    reported.half_unit
    + heat.half_unit * heat_units.to_base_factor / reported.to_base_factor as alternative_tolerance,
    case when reported.column_code = 'electricity_saved' then 'heat_savings_counted' end
        as explanation_code
from pairs
inner join cells as reported on reported.cell_ref = pairs.cell_ref
inner join cells as other on other.cell_ref = pairs.other_ref
left join {{ ref('stg_energy_audit__statement') }} as heat
    on reported.column_code = 'electricity_saved'
        and heat.cell_ref = '3.3 *1'
        and heat.year = reported.year
left join {{ ref('ref_unit') }} as heat_units on heat_units.unit_code = heat.unit_code
