with printed as (
    select * from {{ ref('stg_energy_audit__cell') }}
    where table_ref in ('1.1', '1.2')
),

inputs as (
    select
        year,
        column_code,
        value,
        half_unit
    from printed
    union all by name
    select distinct
        year,
        'one' as column_code,
        1 as value,
        0 as half_unit
    from printed
),

computed as (
    select
        ratio.check_code,
        ratio.explanation_code,
        ratio.subtract,
        ratio.top || ' / ' || ratio.bottom as formula,
        reported.table_ref,
        reported.cell_ref,
        reported.value,
        reported.half_unit,
        reported.unit_code,
        ratio.factor * top.value / bottom.value as ratio,
        top.half_unit / top.value + bottom.half_unit / bottom.value as tolerance_ratio,
        ratio.factor * other_top.value / other_bottom.value as other_ratio,
        other_top.half_unit / other_top.value + other_bottom.half_unit / other_bottom.value
            as other_tolerance_ratio
    from {{ ref('ref_national_ratio') }} as ratio
    inner join printed as reported on reported.column_code = ratio.column_code
    inner join inputs as top
        on top.column_code = ratio.top and top.year = reported.year + ratio.top_offset
    inner join inputs as bottom
        on bottom.column_code = ratio.bottom
            and bottom.year = reported.year + ratio.bottom_offset
    left join inputs as other_top
        on other_top.column_code = ratio.top
            and other_top.year = reported.year + ratio.alternative_top_offset
    left join inputs as other_bottom
        on other_bottom.column_code = ratio.bottom
            and other_bottom.year = reported.year + ratio.alternative_bottom_offset
)

select
    check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    ratio - subtract as recomputed_value,
    ratio * tolerance_ratio as input_tolerance,
    formula,
    case when explanation_code = 'lost_sign' then subtract - ratio else other_ratio end
        as alternative_value,
    half_unit + case
        when explanation_code = 'lost_sign' then ratio * tolerance_ratio
        else other_ratio * other_tolerance_ratio
    end as alternative_tolerance,
    explanation_code
from computed
