with cells as (
    select
        cells.*,
        cells.value * units.to_base_factor as quantity,
        cells.half_unit * units.to_base_factor as quantity_half_unit
    from {{ ref('stg_energy_audit__cell') }} as cells
    inner join {{ ref('ref_unit') }} as units on units.unit_code = cells.unit_code
    where cells.table_ref in ('3.1', '3.3', '3.4')
),

statements as (
    select * from {{ ref('stg_energy_audit__statement') }}
)

-- table 3.1; alternative: the saving of table 3.3, without heat measures
select
    'rate_of_quantity_beside_it' as check_code,
    rate.table_ref,
    rate.cell_ref,
    rate.value as reported_value,
    rate.half_unit,
    rate.unit_code,
    {{ saving_rate_pct('saved.quantity', 'used.quantity') }} as recomputed_value,
    {{ saving_rate_tolerance('saved.quantity', 'saved.quantity_half_unit',
        'used.quantity', 'used.quantity_half_unit') }} as input_tolerance,
    'saved / (saved + used)' as formula,
    {{ saving_rate_pct('other.quantity', 'used.quantity') }} as alternative_value,
    rate.half_unit + {{ saving_rate_tolerance('other.quantity', 'other.quantity_half_unit',
        'used.quantity', 'used.quantity_half_unit') }} as alternative_tolerance,
    'heat_savings_counted' as explanation_code
from cells as rate
inner join cells as saved
    on saved.table_ref = '3.1'
        and saved.column_code = 'electricity_saved'
        and saved.year = rate.year
inner join cells as used
    on used.table_ref = '3.1' and used.column_code = 'electricity' and used.year = rate.year
inner join cells as other
    on other.table_ref = '3.3' and other.column_code = 'electricity' and other.year = rate.year
where rate.table_ref = '3.1' and rate.column_code = 'electricity_saving_rate'

union all by name
-- the foreword; alternative: the electricity-saving rate of table 3.4
select
    'rate_of_quantity_beside_it' as check_code,
    rate.location_zh as table_ref,
    rate.cell_ref,
    rate.value as reported_value,
    rate.half_unit,
    rate.unit_code,
    {{ saving_rate_pct('saved.value', 'used.value') }} as recomputed_value,
    {{ saving_rate_tolerance('saved.value', 'saved.half_unit', 'used.value', 'used.half_unit') }}
        as input_tolerance,
    'saved_total / (saved_total + total) of the foreword' as formula,
    electricity.value as alternative_value,
    rate.half_unit + electricity.half_unit as alternative_tolerance,
    'electricity_rate_beside_energy' as explanation_code
from statements as rate
inner join statements as saved on saved.cell_ref = 'foreword:saved_total'
inner join statements as used on used.cell_ref = 'foreword:total'
inner join cells as electricity
    on electricity.table_ref = '3.4'
        and electricity.year = rate.year
        and electricity.column_code = 'electricity'
where rate.cell_ref = 'foreword:saving_rate'
