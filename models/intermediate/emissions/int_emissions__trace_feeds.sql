-- what funds and memberships in initiatives rest on: rows of lists
with funds as (
    select * from {{ ref('int_emissions__fund') }}
),

links as (
    {%- for part, seed, text, column in [
        ('size', '', "format('{:.15g} million TWD', market_value_twd / 1e6)", "'market_value_twd'"),
        ('theme', 'open_data_esg_fund', 'fund_tax_id', "'is_esg_labelled'"),
        ('holding', 'open_data_fund_holding', 'fund_name_zh', "'fund_name_zh'"),
    ] %}
        select
            'dim_fund' as mart,
            fund_code as row_key,
            {{ column }} as column_name,
            {{ part }}_release_key as source_release_key,
            {{ seed_file(seed) }} as file_name,
            {{ part }}_row_number as row_number,
            {{ text }} as raw_text
        from funds
        where {{ part }}_release_key is not null
        union all by name
    {%- endfor %}
    select
        'dim_fund' as mart,
        fund_code as row_key,
        'market_value_twd' as column_name,
        'rule_threshold' as parameter_table,
        'fund_list:unit_multiplier' as parameter_key,
        cast(year(market_value_date) as integer) as parameter_year
    from funds
    where unit_multiplier <> 1
    union all by name
    select
        'fund_exposure' as mart,
        concat_ws('/', held.fund_code, held.year, held.quarter) as row_key,
        unnest(['market_value_twd', 'emitter_held_twd', 'coal_user_held_twd']) as column_name,
        'dim_fund' as parent_mart,
        held.fund_code as parent_row_key
    from {{ ref('int_emissions__link_holding') }} as held
    inner join funds
        on funds.fund_code = held.fund_code and funds.market_value_twd is not null
    union all by name
    select
        'fct_company_initiative' as mart,
        company_name as row_key,
        source_release_key,
        {{ seed_file('open_data_initiative') }} as file_name,
        row_number,
        sbti_status_text as raw_text
    from {{ ref('int_emissions__initiative') }}
    union all by name
    select
        'dim_company' as mart,
        tax_id as row_key,
        unnest(['initiative_sbti_status', 'is_re100', 'is_ev100']) as column_name,
        'fct_company_initiative' as parent_mart,
        company_name as parent_row_key
    from {{ ref('int_emissions__initiative') }}
    where tax_id is not null
)

{{ as_trace('links') }}
