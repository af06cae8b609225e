-- the newest list of sizes and of themes; what a fund holds names it where no list does
{%- set known = "release.vintage_date <= cast('" ~ var('as_of_date') ~ "' as date)" %}
with sizes as (
    select
        listed.fund_code,
        listed.fund_name,
        listed.market_value_twd1m * 1e6 as market_value_labelled_twd,
        coalesce(unit.value, 1) as unit_multiplier,
        market_value_labelled_twd * unit_multiplier as market_value_twd,
        release.vintage_date as market_value_date,
        listed.source_release_key,
        listed.row_number
    from {{ ref('stg_market__fund_list') }} as listed
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = listed.source_release_key
    left join {{ ref('rule_threshold') }} as unit
        on unit.rule_key = 'fund_list:unit_multiplier'
            and year(release.vintage_date)
            between unit.valid_from_year and coalesce(unit.valid_to_year, 9999)
    where {{ known }}
    qualify row_number()
            over (partition by listed.fund_code order by release.vintage_date desc)
        = 1
),

themes as (
    select
        listed.fund_code,
        -- a fund without a code stands under its name
        coalesce(listed.fund_name, listed.fund_code) as fund_name,
        listed.fund_tax_id,
        listed.source_release_key,
        listed.row_number
    from {{ ref('stg_market__esg_fund') }} as listed
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = listed.source_release_key
    where {{ known }}
    qualify row_number()
            over (partition by listed.fund_code order by release.vintage_date desc)
        = 1
),

held as (
    select
        fund_code,
        arg_max(fund_name_zh, year * 10 + quarter) as fund_name,
        arg_max(source_release_key, year * 10 + quarter) as source_release_key,
        arg_max(row_number, year * 10 + quarter) as row_number,
        max(year * 10 + quarter) as newest_quarter
    from {{ ref('int_emissions__link_holding') }}
    group by fund_code
)

select
    coalesce(sizes.fund_code, themes.fund_code, held.fund_code) as fund_code,
    coalesce(held.fund_name, themes.fund_name, sizes.fund_name) as fund_name_zh,
    sizes.fund_name as fund_full_name_zh,
    themes.fund_tax_id,
    themes.fund_code is not null as is_esg_labelled,
    held.fund_code is not null as is_holding_known,
    sizes.market_value_twd,
    sizes.market_value_labelled_twd,
    sizes.unit_multiplier,
    sizes.market_value_date,
    sizes.source_release_key as size_release_key,
    sizes.row_number as size_row_number,
    themes.source_release_key as theme_release_key,
    themes.row_number as theme_row_number,
    held.source_release_key as holding_release_key,
    held.row_number as holding_row_number
from sizes
full join themes on themes.fund_code = sizes.fund_code
full join held on held.fund_code = coalesce(sizes.fund_code, themes.fund_code)
