-- the mid-term target at 2030 and re-based to 2019: r = 1 - (1 - t30) x E_base / E_2019. From 2015 on both are totals of the company's plants in the
-- registry; before, E_base is the reported figure and the boundary is mixed. A base year given as a range is the mean of its years.
with target as (
    select
        input.*,
        cast({{ rule_value('climate:2:comparison_year', 'input.report_year') }} as integer)
            as comparison_year,
        cast({{ rule_value('climate:2:first_registry_year', 'input.report_year') }} as integer)
            as first_registry_year,
        {{ rule_value('dq24:disclosed_per_registry_max', 'input.report_year') }} as jump_ratio,
        cast(input.mid_term_base_year as integer) as base_year,
        coalesce(input.base_year_first, cast(input.mid_term_base_year as integer))
            as first_base_year,
        cast(input.mid_term_target_year as integer) as target_year,
        input.mid_term_target as stated_pct,
        coalesce(input.mid_term_target_year_flags like '%restricted_scope%', false) as is_restricted
    from {{ ref('int_climate_score__report_fields') }} as input
),

registry as (
    select
        target.tax_id,
        target.report_year,
        avg(emissions.total_tco2e) filter (
            where emissions.year between target.first_base_year and target.base_year
        ) as e_base_registry,
        count(*) filter (where emissions.year between target.first_base_year and target.base_year)
            as base_years_found,
        max(emissions.total_tco2e) filter (where emissions.year = target.comparison_year) as e_2019,
        max(emissions.series_code) filter (where emissions.year = target.base_year) as base_series,
        max(emissions.series_code) filter (where emissions.year = target.comparison_year)
            as comparison_series,
        max(emissions.source_release_key) as source_release_key
    from target
    inner join
        {{ ref('int_emissions__company_year') }} as emissions
        on emissions.tax_id = target.tax_id
    group by target.tax_id, target.report_year
),

at_2030 as (
    select
        target.*,
        case
            when
                target.base_year is null
                or target.target_year is null
                or target.base_year >= target.target_year
                then null
            when target.target_year > 2030 and target.base_year < 2030
                then target.stated_pct
                    * (2030 - target.base_year)
                    / (target.target_year - target.base_year)
            when target.target_year > 2030 then null
            else target.stated_pct
        end as pct_at_2030,
        case when target.first_base_year >= target.first_registry_year
                then case
                        when
                            registry.base_years_found
                            = target.base_year - target.first_base_year + 1
                            then registry.e_base_registry
                    end
            else target.base_year_emissions
        end as e_base_tco2e,
        case when target.base_year is null then null
            when target.first_base_year >= target.first_registry_year then 'registry' else 'mixed'
        end as boundary,
        registry.e_2019 as e_2019_tco2e,
        registry.base_series <> registry.comparison_series as crosses_series_break,
        {{ without_noise(rebase_reduction('pct_at_2030', 'e_base_tco2e', 'registry.e_2019')) }}
            as rebased_pct_2019,
        registry.source_release_key as registry_release_key
    from target
    left join
        registry
        on registry.tax_id = target.tax_id and registry.report_year = target.report_year
)

select
    at_2030.tax_id,
    at_2030.report_year,
    at_2030.stated_pct,
    at_2030.base_year,
    at_2030.target_year,
    at_2030.e_base_tco2e,
    at_2030.e_2019_tco2e,
    at_2030.boundary,
    at_2030.base_year_emissions as reported_base_year_tco2e,
    cast({{ without_noise('at_2030.pct_at_2030') }} as double) as pct_at_2030,
    at_2030.rebased_pct_2019,
    status.sbti_status,
    status.is_approved as is_sbti_approved,
    status.conflict_status as conflict_sbti_status,
    nullif(concat_ws(
        ' ',
        case when at_2030.rebased_pct_2019 < 0 then 'rises_against_2019' end,
        case
            when
                at_2030.target_year < 2030 and at_2030.pct_at_2030 is not null
                then 'held_after_target_year'
        end,
        case
            when
                at_2030.target_year > 2030 and at_2030.pct_at_2030 is not null
                then 'interpolated_to_2030'
        end,
        case when at_2030.base_year >= at_2030.target_year then 'base_year_not_before_target' end,
        case when at_2030.base_year > at_2030.report_year then 'base_year_in_future' end,
        case when at_2030.mid_term_target_year_flags like '%multi_valued%' then 'multi_valued' end,
        case when at_2030.is_restricted then 'restricted_scope' end,
        case when at_2030.first_base_year < at_2030.base_year then 'base_year_range' end,
        case when at_2030.boundary = 'mixed' then 'boundary_mixed' end,
        case when at_2030.crosses_series_break then 'scope_break' end,
        -- plants came or went between the two years: a split, a merger, a sale
        case when at_2030.boundary = 'registry'
                and at_2030.e_base_tco2e / nullif(at_2030.e_2019_tco2e, 0)
                not between 1 / at_2030.jump_ratio and at_2030.jump_ratio
                then 'registry_boundary_changed'
        end,
        -- the report's base year covers more, or less, than the plants: consolidated, overseas
        case when at_2030.boundary = 'registry'
                and at_2030.base_year_emissions / nullif(at_2030.e_base_tco2e, 0)
                not between 1 / at_2030.jump_ratio and at_2030.jump_ratio
                then 'reported_base_differs'
        end,
        case
            when
                at_2030.sbt_claimed and not coalesce(status.is_approved, false)
                then 'sbt_claimed_unconfirmed'
        end,
        case
            when
                at_2030.mid_term_target_set_state = 'no' and at_2030.stated_pct is not null
                then 'conflict'
        end
    ), '') as flags,
    {{ distinct_words("concat_ws(' ', at_2030.registry_release_key, status.source_release_key)") }}
        as source_release_key
from at_2030
left join {{ ref('int_climate_score__select_sbti_status') }} as status
    on status.tax_id = at_2030.tax_id and status.report_year = at_2030.report_year
