-- savings and electricity of a user by year: S with the heat capped at a share of the electricity
-- of the year, C = bought + generated - sold, and the rate that is required of the contract
-- capacity
with saved as (
    select
        source_kind_code,
        organisation_id,
        year,
        {%- for kind in ['electricity', 'own_renewable', 'demand_response', 'heat'] %}
            coalesce(
                {{ without_noise("sum(counted_kwh) filter (where kind = '" ~ kind ~ "')", 3) }}, 0
            )
                as {{ kind }}_sum,
        {%- endfor %}
        count(distinct measure_id) filter (where is_counted) as measure_count,
        string_agg(distinct not_counted_reason, ' ' order by not_counted_reason) as reasons,
        bool_or(
            coalesce(kind = 'heat' and is_counted and rule_confidence = 'general_knowledge', false)
        ) as is_heat_rule_carried_over,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from {{ ref('int_duties__credit_measure') }}
    group by source_kind_code, organisation_id, year
),

electricity as (
    select
        *,
        {{ without_noise('purchased_kwh + self_generated_kwh - sold_kwh', 3) }} as electricity_kwh
    from {{ ref('int_duties__read_year') }}
),

period as (
    select
        period_code,
        min(valid_from_year) as valid_from_year,
        max(valid_to_year) as valid_to_year
    from {{ ref('rule_saving_rate') }}
    group by period_code
)

select
    stated.source_kind_code,
    stated.organisation_id,
    stated.year,
    stated.user_type,
    stated.contract_capacity_kw,
    stated.electricity_kwh,
    coalesce(saved.electricity_sum, 0) as electricity_measures_kwh,
    coalesce(saved.own_renewable_sum, 0) as own_renewable_kwh,
    coalesce(saved.demand_response_sum, 0) as demand_response_kwh,
    coalesce(saved.heat_sum, 0) as heat_before_cap_kwh,
    {{ without_noise('stated.electricity_kwh * heat.cap_pct / 100', 3) }} as heat_cap_kwh,
    -- without a rule no heat is counted
    least(heat_before_cap_kwh, coalesce(heat_cap_kwh, 0)) as heat_counted_kwh,
    {{ without_noise(
        'electricity_measures_kwh + own_renewable_kwh + demand_response_kwh + heat_counted_kwh', 3
    ) }}
        as saved_kwh,
    cast(coalesce(saved.measure_count, 0) as integer) as measure_count,
    period.period_code,
    period.valid_from_year as period_first_year,
    rule.rule_key,
    rule.required_pct,
    rule.plan_below_pct,
    rule.source as rule_source,
    rule.confidence as rule_confidence,
    rule.rule_key is not null and not coalesce(kind.is_saving_rule_exempt, false) as is_regulated,
    nullif(concat_ws(
        ' ',
        case when heat_before_cap_kwh > heat_cap_kwh then 'heat_capped' end,
        case when saved.is_heat_rule_carried_over then 'heat_rule_carried_over' end,
        saved.reasons,
        case when kind.is_saving_rule_exempt then 'exempt_by_kind' end,
        case when coalesce(saved.measure_count, 0) = 0 then 'no_measure_counted' end
    ), '') as flags,
    concat_ws(' ', stated.source_release_key, saved.source_release_key) as source_release_key
from electricity as stated
left join saved
    on saved.source_kind_code = stated.source_kind_code
        and saved.organisation_id = stated.organisation_id
        and saved.year = stated.year
left join period on stated.year between period.valid_from_year and period.valid_to_year
left join {{ ref('rule_saving_rate') }} as rule
    on rule.period_code = period.period_code
        and stated.contract_capacity_kw > rule.above_kw
        and stated.contract_capacity_kw <= coalesce(rule.up_to_kw, 1e12)
left join {{ ref('rule_heat_saving') }} as heat
    on heat.user_type = stated.user_type
        and stated.year between heat.valid_from_year and coalesce(heat.valid_to_year, 9999)
left join {{ ref('rule_energy_user_kind') }} as kind on kind.kind_code = stated.user_kind
