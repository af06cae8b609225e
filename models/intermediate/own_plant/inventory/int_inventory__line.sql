-- emissions by activity, gas, set of potentials and choice of edition; nine scenarios, never added
-- to one another
with weighed as (
    select
        given.*,
        amount.* exclude (source_kind_code, source_release_key, row_number),  -- noqa: RF02
        gwp.gwp_set,
        gwp.gas_family_code,
        gwp.gwp_key,
        gwp.gwp_ratio,
        gwp.stated_in_set,
        gwp.gas_family_code = 'outside' as is_outside,
        amount.gas_t * gwp.gwp_ratio as weighed_t,
        case given.evidence_code
            when 'continuous_metering' then 1 when 'periodic_metering' then 2 else 3
        end
        * case given.assurance_code when 'external' then 1 when 'internal' then 2 else 3 end
        * amount.factor_class_count as data_quality_score_count
    from {{ ref('int_inventory__accept_activity') }} as given
    inner join {{ ref('int_inventory__multiply') }} as amount
        on amount.source_kind_code = given.source_kind_code
            and amount.source_release_key = given.source_release_key
            and amount.row_number = given.row_number
    inner join {{ ref('int_inventory__gwp') }} as gwp on gwp.gwp_gas_code = amount.gwp_gas_code
),

-- certificates cover the grid electricity of the organisation and year, not more
covered as (
    select
        *,
        sum(weighed_t) filter (where method_code = 'grid_electricity' and scope_code = 'scope2')
            over same_year as grid_t,
        sum(weighed_t) filter (where method_code = 'certificate') over same_year as certificate_t,
        sum(quantity) filter (where method_code = 'grid_electricity' and scope_code = 'scope2')
            over same_year as grid_kwh,
        sum(quantity) filter (where method_code = 'certificate') over same_year as certificate_kwh
    from weighed
    window same_year as (
        partition by source_kind_code, organisation_id, year, factor_choice_code, gwp_set
    )
),

counted as (
    select
        *,
        case
            when method_code = 'certificate' or is_biogenic or is_outside then 0 else weighed_t
        end as location_t,
        case
            when method_code = 'certificate'
                then 0 - weighed_t * least(1, coalesce(grid_t, 0) / nullif(certificate_t, 0))
            when method_code = 'wheeled_renewable' or is_biogenic or is_outside then 0
            else weighed_t
        end as market_t
    from covered
)

select
    source_kind_code,
    source_release_key || '#' || row_number as activity_key,
    gas_code,
    gwp_set,
    factor_choice_code,
    gas_family_code,
    organisation_id,
    facility_id,
    year,
    scope_code,
    category_code,
    source_text,
    activity_item_code,
    method_code,
    stated_quantity_text,
    stated_unit_text,
    quantity,
    unit_code,
    equipment_code,
    emission_factor_key,
    leak_factor_key,
    factor_value,
    factor_vintage,
    factor_source,
    factor_confidence,
    gwp_key,
    gwp_ratio,
    case when method_code = 'certificate' then 0 else gas_t end as emitted_t,
    {{ without_noise('location_t', 9) }} as tco2e,
    {{ without_noise('coalesce(market_t, 0)', 9) }} as market_based_tco2e,
    {{ without_noise('case when is_biogenic then weighed_t else 0 end', 9) }} as biogenic_tco2e,
    {{ without_noise('case when is_outside then weighed_t else 0 end', 9) }} as outside_tco2e,
    data_quality_score_count,
    case
        when data_quality_score_count < 10 then '1'
        when data_quality_score_count < 19 then '2'
        else '3'
    end as data_quality_grade_code,
    is_substituted,
    nullif(array_to_string(list_filter([
        nullif(factor_flags, ''), nullif(warning_code, ''),
        case when evidence_code is null or assurance_code is null then 'quality_not_stated' end,
        case when missing_day_count > 0 then 'period_gap' end,
        case when stated_in_set <> gwp_set then 'gwp_of_later_set' end,
        case
            when method_code = 'certificate' and certificate_kwh > coalesce(grid_kwh, 0)
                then 'certificates_above_grid_electricity'
        end,
        -- more than a third of the nation's 278 million tonnes
        case when weighed_t > 100000000 then 'implausibly_large' end
    ], flag -> flag is not null), ' '), '') as flags,
    source_release_key,
    row_number
from counted
