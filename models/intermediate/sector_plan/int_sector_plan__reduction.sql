select
    cell.item_code as strategy_code,
    strategy.name_zh as strategy_name_zh,
    strategy.name_en as strategy_name_en,
    strategy.sector_code,
    strategy.electricity_share_ratio,
    cell.first_year as year,
    cell.value as printed_10k_tco2e,
    {{ without_noise('cell.value * 1e4') }} as tco2e,
    cell.printed_text,
    cell.unit_text,
    cell.cell_ref,
    cell.source_release_key
from {{ ref('stg_sector_plan__cell') }} as cell
inner join {{ ref('rule_sector_strategy') }} as strategy on strategy.strategy_code = cell.item_code
where cell.measure_code = 'reduction'
