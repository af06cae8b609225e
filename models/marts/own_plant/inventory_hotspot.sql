with source as (
    select
        source_kind_code,
        organisation_id,
        facility_id,
        year,
        scope_code,
        category_code,
        activity_item_code,
        source_text,
        {{ without_noise('sum(tco2e)') }} as tco2e,
        {{ without_noise("coalesce(sum(tco2e) filter (where scope_code = 'scope1'), 0)") }}
            as scope1_tco2e,
        {{ without_noise(
            'coalesce(sum(market_based_tco2e) filter (where ' ~ is_electricity() ~ '), 0)'
        ) }} as electricity_tco2e,
        {{ distinct_words("string_agg(distinct source_release_key, ' ')") }} as source_release_key
    from {{ ref('fct_inventory_line') }}
    group by all
    having {{ without_noise('sum(tco2e)') }} > 0
),

ranked as (
    select
        *,
        row_number() over by_size as emission_rank,
        sum(tco2e) over by_size as sum_tco2e,
        sum(tco2e) over (partition by source_kind_code, organisation_id, year) as total_tco2e
    from source
    window by_size as (
        partition by source_kind_code, organisation_id, year
        order by tco2e desc, facility_id, scope_code, category_code, activity_item_code, source_text
        rows unbounded preceding
    )
),

-- the plant's emissions for the fee without the source
reduced as (
    select
        ranked.*,
        fee.scenario_code,
        fee.emissions_tco2e,
        fee.fee_twd,
        fee.is_in_force,
        fee.liable_from_tco2e,
        fee.deduction_tco2e,
        fee.adjustment_ratio,
        fee.rate_twd_per_t,
        {{ without_noise(
            'fee.scope1_tco2e - ranked.scope1_tco2e'
            ~ ' + greatest(fee.electricity_tco2e - ranked.electricity_tco2e, 0)'
        ) }} as rest_tco2e
    from ranked
    inner join {{ ref('inventory_carbon_fee') }} as fee
        on fee.source_kind_code = ranked.source_kind_code and fee.year = ranked.year
            and fee.organisation_id = ranked.organisation_id
            and fee.facility_id = ranked.facility_id
    where fee.scenario_code in ('general', 'plan_a', 'plan_b')
),

charged as (
    select
        *,
        cast({{ carbon_fee_twd(chargeable_tco2e('rest_tco2e', 'reduced'), 'reduced') }} as double)
            as rest_fee_twd,
        {{ without_noise('emissions_tco2e - rest_tco2e') }} as fee_tco2e,
        -- the next tonne cut saves the rate only where a tonne is charged
        case
            when emissions_tco2e > liable_from_tco2e and rest_tco2e < emissions_tco2e
                then rate_twd_per_t * adjustment_ratio
            else 0
        end as marginal_fee
    from reduced
),

side_by_side as (
    select
        source_kind_code,
        organisation_id,
        year,
        emission_rank,
        any_value(fee_tco2e) as fee_tco2e,
        any_value(emissions_tco2e) as facility_fee_tco2e,
        max(fee_twd) filter (where scenario_code = 'general') as fee_general_twd,
        max(rest_fee_twd) filter (where scenario_code = 'general')
            as fee_without_source_general_twd,
        max(fee_twd - rest_fee_twd) filter (where scenario_code = 'general')
            as fee_saved_general_twd,
        max(fee_twd - rest_fee_twd) filter (where scenario_code = 'plan_a') as fee_saved_plan_a_twd,
        max(fee_twd - rest_fee_twd) filter (where scenario_code = 'plan_b') as fee_saved_plan_b_twd,
        max(marginal_fee) filter (where scenario_code = 'general') as marginal_fee_twd_per_tco2e,
        bool_or(is_in_force) as is_fee_in_force
    from charged
    group by source_kind_code, organisation_id, year, emission_rank
)

select
    ranked.* exclude (
        emission_rank, sum_tco2e, total_tco2e, scope1_tco2e, electricity_tco2e  -- noqa: RF02
    ),
    cast(ranked.emission_rank as integer) as emission_rank,
    {{ without_noise('ranked.tco2e / ranked.total_tco2e', 9) }} as share_ratio,
    {{ without_noise('ranked.sum_tco2e / ranked.total_tco2e', 9) }} as cumulative_share_ratio,
    {{ without_noise('(ranked.sum_tco2e - ranked.tco2e) / ranked.total_tco2e', 9) }}
    < 0.8 as is_in_80,
    family.family_code,
    measures.measure_codes is not null as has_measure,
    measures.* exclude (category_code, family_code),  -- noqa: RF02
    side_by_side.fee_tco2e > 0 as counts_for_fee,
    side_by_side.* exclude (source_kind_code, organisation_id, year, emission_rank)  -- noqa: RF02
from ranked
inner join side_by_side
    on side_by_side.source_kind_code = ranked.source_kind_code
        and side_by_side.organisation_id = ranked.organisation_id
        and side_by_side.year = ranked.year and side_by_side.emission_rank = ranked.emission_rank
inner join {{ ref('int_inventory_use__group_item') }} as family
    on family.activity_item_code = ranked.activity_item_code
inner join {{ ref('int_inventory_use__list_measures') }} as measures
    on measures.category_code = ranked.category_code and measures.family_code = family.family_code
