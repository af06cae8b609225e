select
    fund_code,
    fund_name_zh,
    fund_full_name_zh,
    fund_tax_id,
    is_esg_labelled,
    is_holding_known,
    market_value_twd,
    market_value_labelled_twd,
    market_value_date,
    concat_ws(' ', size_release_key, theme_release_key, holding_release_key)
        as source_release_key
from {{ ref('int_emissions__fund') }}
