-- low, mode and high in order; shares of electricity that leave something for appliances; shares of
-- a carrier that add up to one
select
    'rule_residential_parameter.csv: '
    || parameter_code
    || ': '
    || low_value
    || ', '
    || mode_value
    || ', '
    || high_value
    || ' are not in order'
        as problem
from {{ ref('rule_residential_parameter') }}
where not low_value <= mode_value or not mode_value <= high_value
union all
select
    'rule_residential_parameter.csv: the high shares of cooling, lighting, hot water and cooking '
    || 'add up to '
    || sum(high_value)
    || '; what is left over is appliances'
from {{ ref('rule_residential_parameter') }}
where parameter_code in ('cooling_share', 'lighting_share', 'hot_water_share', 'cooking_share')
having count(*) <> 4 or sum(high_value) >= 1
union all
select
    'rule_commercial_activity.csv: the shares of '
    || carrier_code
    || ' add up to '
    || sum(share_2026_ratio)
    || ', expected 1'
from {{ ref('rule_commercial_activity') }}
group by carrier_code
having abs(sum(share_2026_ratio) - 1) > 1e-9
union all
select
    'rule_sector_strategy.csv: table 2 prints '
    || cell.item_code
    || ', which the seed does not know'
from {{ ref('stg_sector_plan__cell') }} as cell
left join {{ ref('rule_sector_strategy') }} as rule on rule.strategy_code = cell.item_code
where cell.measure_code = 'reduction' and rule.strategy_code is null
