-- one row per company, year and scenario: the sum of its plants' fees, and what share of the net profit that is where profit is known and positive
with profits as (
    select
        company.tax_id,
        statement.year,
        statement.net_income_twd1000 * 1000 as net_profit_twd,
        statement.source_release_key
    from {{ ref('int_climate_score__net_profit') }} as statement
    inner join {{ ref('dim_company') }} as company on company.stock_code = statement.stock_code
)

select
    charged.tax_id,
    charged.year,
    charged.scenario_code,
    cast(sum(charged.chargeable_tco2e) as double) as chargeable_tco2e,
    cast(sum(charged.fee_twd) as double) as fee_twd,
    cast(count(*) filter (where charged.is_liable) as integer) as liable_facility_count,
    cast(count(*) as integer) as facility_count,
    any_value(charged.is_in_force) as is_in_force,
    bool_or(charged.is_power_plant and charged.is_liable) as has_power_plant,
    max(profits.net_profit_twd) as net_profit_twd,
    case
        when
            max(profits.net_profit_twd) > 0
            then {{ without_noise('cast(sum(charged.fee_twd) as double) / max(profits.net_profit_twd)', 9) }}
    end
        as fee_share_of_net_profit_ratio,
    string_agg(distinct charged.source_release_key, ' ' order by charged.source_release_key)
        as source_release_key,
    max(profits.source_release_key) as profit_source_release_key
from {{ ref('int_climate_score__charge_plant') }} as charged
left join profits on profits.tax_id = charged.tax_id and profits.year = charged.year
group by charged.tax_id, charged.year, charged.scenario_code
