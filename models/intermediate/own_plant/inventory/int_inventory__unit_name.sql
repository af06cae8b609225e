-- every text under which a unit may be written; 萬度 leads to mwh with 10
with written as (
    select
        {{ text_key('unit_text') }} as unit_key,
        unit_code,
        multiplier,
        1 as priority
    from {{ ref('ref_unit_text') }}
    union all
    select
        {{ text_key('unnest([unit_code, symbol, name_zh, name_en])') }},
        unit_code,
        1,
        2
    from {{ ref('ref_unit') }}
)

select
    written.unit_key,
    written.unit_code,
    cast(written.multiplier as double) as multiplier,
    unit.base_unit_code,
    cast(written.multiplier * unit.to_base_factor as double) as to_base_factor
from written
inner join {{ ref('ref_unit') }} as unit on unit.unit_code = written.unit_code
where written.unit_key <> ''
-- 家數 and 比率 are nobody's activity, but a text must lead to one unit only
qualify row_number()
        over (partition by written.unit_key order by written.priority, written.unit_code)
    = 1
