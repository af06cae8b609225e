select
    target.target_key,
    target.measure_code,
    target.name_en,
    target.name_zh,
    target.target_year,
    {{ without_noise('target.value * units.to_base_factor') }} as value,
    units.base_unit_code as unit_code,
    target.value as printed_value,
    target.unit_code as printed_unit_code,
    target.is_superseded,
    target.printed_text,
    target.source,
    target.confidence,
    target.note,
    target.source_release_key,
    target.row_number
from {{ ref('stg_national__energy_target') }} as target
inner join {{ ref('ref_unit') }} as units on units.unit_code = target.unit_code
