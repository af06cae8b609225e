with cells as (
    select
        cells.*,
        cells.value * units.to_base_factor as quantity,
        cells.half_unit * units.to_base_factor as quantity_half_unit
    from {{ ref('stg_energy_audit__cell') }} as cells
    inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
),

heat as (
    select
        fuel_code,
        gj_per_unit
    from {{ ref('int_factors__heating_value') }}
    where vintage = 'energy_audit_2022'
),

saved as (
    select
        layout_code,
        industry_code,
        year,
        column_code,
        quantity,
        quantity_half_unit
    from cells
    where layout_code in ('2.3-1', '3.x-3')
    union all by name
    -- chapter 3 prints no total saving: the saved fuels at the book's heating values, as oil
    select
        cells.layout_code,
        cells.industry_code,
        cells.year,
        'total' as column_code,
        sum(cells.quantity * heat.gj_per_unit) / max(oil.gj_per_unit) as quantity,
        sum(cells.quantity_half_unit * heat.gj_per_unit) / max(oil.gj_per_unit)
            as quantity_half_unit
    from cells
    inner join heat on heat.fuel_code = cells.column_code
    inner join heat as oil on oil.fuel_code = 'oil_equivalent'
    where cells.layout_code = '3.x-3'
    group by cells.layout_code, cells.industry_code, cells.year
),

used as (
    select
        layout_code,
        industry_code,
        year,
        column_code,
        quantity,
        quantity_half_unit
    from cells
    where layout_code in ('2.1', '3.x-1')
    union all by name
    -- all users by year: the eight industries (table 3.1 prints no fuels)
    select
        layout_code,
        'all_users' as industry_code,
        year,
        column_code,
        sum(quantity) as quantity,
        sum(quantity_half_unit) as quantity_half_unit
    from cells
    where layout_code = '3.x-1'
    group by layout_code, year, column_code
)

select
    'saving_rate' as check_code,
    rate.table_ref,
    rate.cell_ref,
    rate.value as reported_value,
    rate.half_unit,
    rate.unit_code,
    {{ saving_rate_pct('saved.quantity', 'used.quantity') }} as recomputed_value,
    {{ saving_rate_tolerance('saved.quantity', 'saved.quantity_half_unit',
        'used.quantity', 'used.quantity_half_unit') }} as input_tolerance,
    'saved / (saved + used)' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from cells as rate
inner join saved
    on saved.industry_code = rate.industry_code
        and saved.year = rate.year
        and saved.column_code = rate.column_code
        and saved.layout_code = case rate.layout_code when '2.3-2' then '2.3-1' else '3.x-3' end
inner join used
    on used.industry_code = rate.industry_code
        and used.year = rate.year
        and used.column_code = rate.column_code
        and used.layout_code = case rate.layout_code when '2.3-2' then '2.1' else '3.x-1' end
where rate.layout_code in ('2.3-2', '3.x-4') and saved.quantity + used.quantity > 0
