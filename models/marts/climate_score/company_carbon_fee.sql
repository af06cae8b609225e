with profits as (
    select
        tax_id,
        year,
        net_income_twd as net_profit_twd,
        source_release_key
    from {{ ref('fct_company_income') }}
    where tax_id is not null and net_income_twd is not null
    -- one company, two codes: the common share
    qualify row_number() over (partition by tax_id, year order by stock_code) = 1
),

fees as (
    select
        tax_id,
        year,
        scenario_code,
        cast(sum(chargeable_tco2e) as double) as chargeable_tco2e,
        cast(sum(fee_twd) as double) as fee_twd,
        cast(count(*) filter (where is_liable) as integer) as liable_facility_count,
        cast(count(*) as integer) as facility_count,
        any_value(is_in_force) as is_in_force,
        bool_or(is_power_plant and is_liable) as has_power_plant,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from {{ ref('int_climate_score__charge_plant') }}
    group by tax_id, year, scenario_code
)

select
    fees.tax_id,
    fees.year,
    fees.scenario_code,
    fees.chargeable_tco2e,
    fees.fee_twd,
    fees.liable_facility_count,
    fees.facility_count,
    fees.is_in_force,
    fees.has_power_plant,
    profits.net_profit_twd,
    case
        when profits.net_profit_twd > 0
            then {{ without_noise('fees.fee_twd / profits.net_profit_twd', 9) }}
    end as fee_share_of_net_profit_ratio,
    fees.source_release_key,
    profits.source_release_key as profit_source_release_key
from fees
left join profits on profits.tax_id = fees.tax_id and profits.year = fees.year
