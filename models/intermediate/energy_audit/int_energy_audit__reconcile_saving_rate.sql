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
    union all
    -- chapter 3 prints no total saving: the saved fuels at the book's heating values, in kilolitres of oil equivalent
    select
        cells.layout_code,
        cells.industry_code,
        cells.year,
        'total',
        sum(cells.quantity * heat.gj_per_unit) / max(oil.gj_per_unit),
        sum(cells.quantity_half_unit * heat.gj_per_unit) / max(oil.gj_per_unit)
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
    union all
    -- all users by year: the eight industries (table 3.1 prints no fuels)
    select
        layout_code,
        'all_users',
        year,
        column_code,
        sum(quantity),
        sum(quantity_half_unit)
    from cells
    where layout_code = '3.x-1'
    group by layout_code, year, column_code
),

compared as (
    select
        'saving_rate' as check_code,
        rate.table_ref,
        rate.cell_ref,
        rate.value,
        rate.half_unit,
        rate.unit_code,
        saved.quantity as saved,
        saved.quantity_half_unit as saved_half_unit,
        used.quantity as used,
        used.quantity_half_unit as used_half_unit,
        null::double as other_saved,
        null::double as other_half_unit,
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
    where rate.layout_code in ('2.3-2', '3.x-4')
    union all
    -- table 3.1 prints saving, use and rate side by side; alternative: the saving of table 3.3
    select
        'rate_of_quantity_beside_it',
        rate.table_ref,
        rate.cell_ref,
        rate.value,
        rate.half_unit,
        rate.unit_code,
        saved.quantity,
        saved.quantity_half_unit,
        used.quantity,
        used.quantity_half_unit,
        other.quantity,
        other.quantity_half_unit,
        'heat_savings_counted'
    from cells as rate
    inner join
        cells as saved
        on saved.table_ref = '3.1'
            and saved.column_code = 'electricity_saved'
            and saved.year = rate.year
    inner join
        cells as used
        on used.table_ref = '3.1' and used.column_code = 'electricity' and used.year = rate.year
    inner join
        cells as other
        on other.table_ref = '3.3' and other.column_code = 'electricity' and other.year = rate.year
    where rate.table_ref = '3.1' and rate.column_code = 'electricity_saving_rate'
)

select
    check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    100 * saved / (saved + used) as recomputed_value,
    100
    * (used * saved_half_unit + saved * used_half_unit)
    / pow(saved + used, 2) as input_tolerance,
    'saved / (saved + used)' as formula,
    100 * other_saved / (other_saved + used) as alternative_value,
    half_unit
    + 100
    * (used * other_half_unit + other_saved * used_half_unit)
    / pow(other_saved + used, 2) as alternative_tolerance,
    explanation_code
from compared
where saved + used > 0
