select
    target.target_key,
    target.edition,
    target.target_year,
    target.base_year,
    target.reduction_low_pct,
    target.reduction_pct,
    target.reduction_high_pct,
    target.valid_from_year,
    target.valid_to_year,
    target.is_superseded,
    target.is_on_path,
    base.net_tco2e as base_tco2e,
    {{ without_noise('base.net_tco2e * (1 - target.reduction_pct / 100)', 3) }} as target_tco2e,
    {{ without_noise(
        'base.net_tco2e * (1 - coalesce(target.reduction_high_pct, target.reduction_pct) / 100)', 3
    ) }} as target_lower_tco2e,
    {{ without_noise(
        'base.net_tco2e * (1 - coalesce(target.reduction_low_pct, target.reduction_pct) / 100)', 3
    ) }} as target_upper_tco2e,
    target.source,
    target.confidence,
    target.note,
    target.source_release_key,
    target.row_number,
    base.source_release_key as inventory_source_release_key
from {{ ref('stg_national__target') }} as target
left join {{ ref('int_emissions__select_inventory') }} as base on base.year = target.base_year
