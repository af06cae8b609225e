with emissions as (
    select
        tax_id,
        year,
        scope1_tco2e,
        scope2_tco2e,
        power_scope1_tco2e,
        total_tco2e
    from {{ ref('fct_company_emissions') }}
    where is_complete_period
    qualify year = max(year) over ()
),

coal as (
    -- the newest year that is not partial
    select
        tax_id,
        year,
        coal_t
    from {{ ref('fct_coal_use') }}
    where filing_state = 'filed'
    qualify year = max(year) over ()
),

holdings as (
    select
        held.*,
        emissions.scope1_tco2e,
        emissions.scope2_tco2e,
        emissions.power_scope1_tco2e,
        emissions.total_tco2e,
        emissions.year as emission_year,
        coal.coal_t,
        coal.year as coal_year,
        fund.market_value_twd,
        fund.market_value_date,
        -- two securities of one company: its emissions enter a plain sum once
        row_number() over (
            partition by
                held.fund_code, held.year, held.quarter, coalesce(held.tax_id, held.security_code)
            order by held.security_code
        ) = 1 as is_first_of_company
    from {{ ref('fct_fund_holding') }} as held
    left join emissions on emissions.tax_id = held.tax_id
    left join coal on coal.tax_id = held.tax_id
    left join {{ ref('dim_fund') }} as fund on fund.fund_code = held.fund_code
)

select
    fund_code,
    year,
    quarter,
    any_value(fund_name_zh) as fund_name_zh,
    bool_or(is_esg_labelled) as is_esg_labelled,
    cast(count(*) as integer) as holding_count,
    cast(count(*) filter (where total_tco2e > 0 and is_first_of_company) as integer)
        as emitter_count,
    {{ without_noise('count(*) filter (where total_tco2e > 0 and is_first_of_company)
        / count(*)', 9) }}
        as emitter_count_ratio,
    {{ without_noise('coalesce(sum(weight_pct) filter (where total_tco2e > 0), 0) / 100', 9) }}
        as emitter_weight_ratio,
    {{ without_noise('coalesce(sum(total_tco2e) filter (where is_first_of_company), 0)', 3) }}
        as sum_emissions_tco2e,
    {{ without_noise('coalesce(sum(weight_pct / 100 * total_tco2e), 0)', 3) }}
        as weighted_emissions_tco2e,
    {{ without_noise('coalesce(sum(scope1_tco2e) filter (where is_first_of_company), 0)', 3) }}
        as sum_scope1_tco2e,
    {{ without_noise('coalesce(sum(scope2_tco2e) filter (where is_first_of_company), 0)', 3) }}
        as sum_scope2_tco2e,
    {{ without_noise('coalesce(sum(weight_pct / 100 * scope1_tco2e), 0)', 3) }}
        as weighted_scope1_tco2e,
    case
        when coalesce(bool_or(power_scope1_tco2e > 0), false) and sum(scope2_tco2e) > 0
            then 'electricity_counted_twice'
    end as flags,
    cast(count(*) filter (where coal_t > 0 and is_first_of_company) as integer) as coal_user_count,
    {{ without_noise('coalesce(sum(coal_t) filter (where is_first_of_company), 0)', 3) }}
        as sum_coal_t,
    {{ without_noise('coalesce(sum(weight_pct / 100 * coal_t), 0)', 3) }} as weighted_coal_t,
    {{ without_noise('sum(weight_pct) / 100', 9) }} as weight_total_ratio,
    {{ without_noise('coalesce(sum(weight_pct) filter (where tax_id is not null), 0) / 100', 9) }}
        as identified_weight_ratio,
    any_value(market_value_twd) as market_value_twd,
    any_value(market_value_date) as market_value_date,
    {{ without_noise('any_value(market_value_twd)
        * coalesce(sum(weight_pct) filter (where total_tco2e > 0), 0) / 100', 0) }}
        as emitter_held_twd,
    {{ without_noise('any_value(market_value_twd)
        * coalesce(sum(weight_pct) filter (where coal_t > 0), 0) / 100', 0) }}
        as coal_user_held_twd,
    max(emission_year) as emission_year,
    max(coal_year) as coal_year,
    string_agg(distinct source_release_key, ' ' order by source_release_key) as source_release_key
from holdings
group by fund_code, year, quarter
