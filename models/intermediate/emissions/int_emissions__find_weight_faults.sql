-- weights are not rescaled: what a fund's securities leave open is cash, or a part that is not
-- published
with rule as (
    select
        max(value) filter (where rule_key = 'dq27:fund_weight_min') as least_pct,
        max(value) filter (where rule_key = 'dq27:fund_weight_max') as most_pct
    from {{ ref('rule_threshold') }}
    where valid_to_year is null
)

select
    'etf_holdings' as dataset,
    'DQ27' as rule_code,
    holding.fund_code as entity_key,
    holding.year as period,
    'weight_pct' as column_name,
    cast(round(sum(holding.weight_pct), 4) as varchar) as raw_value,
    cast(null as varchar) as suggested_value,
    'warning' as severity,
    'the weights of quarter ' || holding.quarter || ' add to ' || round(sum(holding.weight_pct), 2)
    || ' %, expected ' || format('{:g}', any_value(rule.least_pct)) || ' to '
    || format('{:g}', any_value(rule.most_pct)) as explanation,
    min(holding.source_release_key) as source_release_key
from {{ ref('int_emissions__link_holding') }} as holding
cross join rule
group by holding.fund_code, holding.year, holding.quarter
having sum(holding.weight_pct) not between any_value(rule.least_pct) and any_value(rule.most_pct)

union all by name
-- a fund that is on no exchange has no ticker: its name is its key, in every list alike
select
    dataset,
    'DQ27' as rule_code,
    fund_code as entity_key,
    'fund_code' as column_name,
    fund_code as raw_value,
    'warning' as severity,
    'a name where a ticker should be: ' || count(*) || ' rows are kept under the name'
        as explanation,
    min(source_release_key) as source_release_key
from (
    select
        'etf_holdings' as dataset,
        fund_code,
        source_release_key
    from {{ ref('stg_market__fund_holding') }}
    union all by name
    select
        'esg_fund_holdings' as dataset,
        fund_code,
        source_release_key
    from {{ ref('stg_market__esg_fund_holding') }}
    union all by name
    select
        'esg_fund_list' as dataset,
        fund_code,
        source_release_key
    from {{ ref('stg_market__esg_fund') }}
    union all by name
    select
        'fund_list' as dataset,
        fund_code,
        source_release_key
    from {{ ref('stg_market__fund_list') }}
)
where not regexp_full_match(fund_code, '[0-9]{4,6}[A-Z]?')
group by dataset, fund_code

union all by name
select
    'fund_list' as dataset,
    'DQ29' as rule_code,
    'all funds' as entity_key,
    cast(year(market_value_date) as integer) as period,
    'market_value_twd1m' as column_name,
    format('{:.15g}', sum(market_value_labelled_twd) / 1e6) as raw_value,
    format('{:.15g}', sum(market_value_twd) / 1e6) as suggested_value,
    'warning' as severity,
    'the sizes of ' || count(*) || ' funds are labelled million TWD and are '
    || format('{:g}', any_value(unit_multiplier)) || ' times that: rule fund_list:unit_multiplier;'
    || ' both readings are published' as explanation,
    min(size_release_key) as source_release_key
from {{ ref('int_emissions__fund') }}
where unit_multiplier <> 1
group by market_value_date
