-- r = 1 - (1 - t30) x E_base / E_2019
with at_2030 as (
    select
        target.*,
        cast(rule.target_year as integer) as compared_year,
        rule.boundary_ratio_max as jump_ratio,
        target.boundary = 'registry' as is_of_registry,
        -- plants came or went between the two years: a split, a merger, a sale
        coalesce(
            is_of_registry
            and target.e_base_tco2e / nullif(target.e_2019_tco2e, 0)
            not between 1 / jump_ratio and jump_ratio,
            false
        ) as is_boundary_changed,
        case
            when target.target_year is null or target.base_year is null then null
            -- a year that has not been is no base
            when target.base_year >= target.target_year or target.base_year > target.report_year
                then null
            when target.target_year <= rule.target_year then target.stated_pct
            else target.stated_pct * (rule.target_year - target.base_year)
                / (target.target_year - target.base_year)
        end as t30,
        case
            when not is_boundary_changed
                then {{ without_noise(
                    rebase_reduction('t30', 'target.e_base_tco2e', 'target.e_2019_tco2e')
                ) }}
        end as rebased_pct_2019
    from {{ ref('int_climate_score__state_target') }} as target
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = target.report_year
),

target as (
    select
        at_2030.*,
        at_2030.t30 is not null as reaches_2030,
        status.sbti_status,
        status.is_approved as is_sbti_approved,
        status.conflict_status as conflict_sbti_status,
        status.source_release_key as status_release_key
    from at_2030
    left join {{ ref('int_climate_score__select_sbti_status') }} as status
        on status.tax_id = at_2030.tax_id and status.report_year = at_2030.report_year
)

select
    tax_id,
    report_year,
    stated_pct,
    base_year,
    target_year,
    target_source_code,
    other_targets,
    restriction_code,
    e_base_tco2e,
    e_2019_tco2e,
    boundary,
    is_boundary_changed,
    reported_base_year_tco2e,
    {{ without_noise('t30') }} as pct_at_2030,
    rebased_pct_2019,
    sbti_status,
    is_sbti_approved,
    conflict_sbti_status,
    list_filter([
        case when rebased_pct_2019 < 0 then 'rises_against_2019' end,
        case when target_year < compared_year and reaches_2030 then 'held_after_target_year' end,
        case when target_year > compared_year and reaches_2030 then 'interpolated_to_2030' end,
        case when base_year >= target_year then 'base_year_not_before_target' end,
        case when base_year > report_year then 'base_year_in_future' end,
        case when target_source_code <> 'form' then 'other_target_used' end,
        case
            when list_contains(mid_term_target_year_flags, 'multi_valued') then 'multi_valued'
        end,
        case when restriction_code is not null then 'restricted_scope' end,
        case when first_base_year < base_year then 'base_year_range' end,
        case when boundary = 'mixed' then 'boundary_mixed' end,
        case when crosses_series_break then 'scope_break' end,
        case when is_boundary_changed then 'registry_boundary_changed' end,
        -- the report's base year covers more, or less, than the plants: consolidated, overseas
        case
            when is_of_registry and reported_base_year_tco2e / nullif(e_base_tco2e, 0)
                not between 1 / jump_ratio and jump_ratio
                then 'reported_base_differs'
        end,
        case
            when claims_approval and not coalesce(is_sbti_approved, false)
                then 'sbt_claimed_unconfirmed'
        end,
        case
            when mid_term_target_set_state = 'no' and stated_pct is not null then 'conflict'
        end
    ], flag -> flag is not null) as flags,
    {{ distinct_words("concat_ws(' ', source_release_key, status_release_key)") }}
        as source_release_key
from target
