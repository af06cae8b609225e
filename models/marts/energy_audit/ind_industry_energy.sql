with emitted as (
    select
        industry_code,
        year,
        {{ without_noise("sum(case when emission_scope = 'scope1' then tco2e end)") }}
            as scope1_tco2e,
        {{ without_noise("sum(case when emission_scope = 'scope2_location' then tco2e end)") }}
            as scope2_tco2e,
        {{ without_noise(
            "sum(case when emission_scope = 'scope1' then quantity_basis_tco2e end)"
        ) }} as scope1_quantity_basis_tco2e
    from {{ ref('fct_industry_energy_use') }}
    group by industry_code, year
),

saved as (
    select
        industry_code,
        year,
        sum(saved_book_gj) as saved_gj,
        sum(case when fuel_code = 'electricity' then saved_quantity end) as saved_kwh,
        sum(case when fuel_code = 'electricity' then used_quantity end) as used_kwh,
        sum(case when fuel_code = 'electricity' then used_book_gj end) as used_electricity_gj
    from {{ ref('int_energy_audit__join_saving') }}
    group by industry_code, year
),

-- the cumulated rate counts from the first year of the rule; earlier years have none
cumulated as (
    select
        saved.*,
        totals.reported_total_gj,
        case when saved.year >= rule.value then saved.saved_gj end as counted_saved_gj,
        case when saved.year >= rule.value then totals.reported_total_gj end as counted_used_gj,
        case when saved.year >= rule.value then saved.saved_kwh end as counted_saved_kwh,
        case when saved.year >= rule.value then saved.used_kwh end as counted_used_kwh
    from saved
    inner join {{ ref('fct_industry_energy_total') }} as totals
        on totals.industry_code = saved.industry_code and totals.year = saved.year
    cross join (
        select value
        from {{ ref('rule_threshold') }}
        where rule_key = 'energy_audit_2022:saving_rate_base_year'
    ) as rule
)

select
    cumulated.industry_code,
    cumulated.year,
    100
    * cumulated.saved_gj
    / (cumulated.saved_gj + cumulated.reported_total_gj) as saving_rate_pct,
    reported.saving_rate_pct_reported,
    100 * sum(cumulated.counted_saved_gj) over to_date
    / (sum(cumulated.counted_saved_gj) over to_date + sum(cumulated.counted_used_gj) over to_date)
        as avg_annual_saving_rate_pct_since_2015,
    100
    * cumulated.saved_kwh
    / (cumulated.saved_kwh + cumulated.used_kwh) as electricity_saving_rate_pct,
    100 * sum(cumulated.counted_saved_kwh) over to_date
    / (sum(cumulated.counted_saved_kwh) over to_date + sum(cumulated.counted_used_kwh) over to_date)
        as avg_annual_electricity_saving_rate_pct_since_2015,
    100 * cumulated.used_electricity_gj / cumulated.reported_total_gj as electricity_share_pct,
    emitted.scope1_tco2e,
    emitted.scope2_tco2e,
    -- electricity made from fuel of the same industry or of power plants would count twice
    emitted.scope1_tco2e as additive_tco2e,
    case
        when reported.is_rebuildable or reported.rebuild_gap_ratio <= 0
            then emitted.scope1_tco2e + emitted.scope2_tco2e
    end as scope1_2_tco2e,
    emitted.scope1_quantity_basis_tco2e,
    emitted.scope1_tco2e / reported.user_count as scope1_tco2e_per_user,
    emitted.scope2_tco2e / reported.user_count as scope2_tco2e_per_user,
    cumulated.reported_total_gj / reported.user_count as energy_gj_per_user,
    reported.user_count,
    case
        when reported.is_rebuildable then 'fuels_match_total'
        when reported.rebuild_gap_ratio > 0 then 'fuels_exceed_total'
        else 'fuels_short_of_total'
    end as emission_basis,
    reported.rate_cell_ref as cell_ref,
    reported.source_release_key
from cumulated
inner join emitted
    on emitted.industry_code = cumulated.industry_code and emitted.year = cumulated.year
inner join {{ ref('int_energy_audit__rebuild_total') }} as reported
    on reported.industry_code = cumulated.industry_code and reported.year = cumulated.year
window to_date as (partition by cumulated.industry_code order by cumulated.year)
