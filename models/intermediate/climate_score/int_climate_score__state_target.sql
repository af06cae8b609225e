-- Of several stated targets the one that counts. From the first registry year on the emissions of
-- the base year are those of the company's plants; before, the reported figure, and the boundary is
-- mixed.
with others as (
    select
        tax_id,
        report_year,
        string_agg(
            format('{:g}', stated_pct) || ' % by ' || target_year || ' (' || target_source_code
            || ')',
            '; '
            order by target_no
        ) as other_targets
    from {{ ref('int_climate_score__list_target') }}
    where target_no > 1
    group by tax_id, report_year
),

stated as (
    select
        listed.tax_id,
        listed.report_year,
        listed.stated_pct,
        listed.base_year,
        listed.first_base_year,
        listed.target_year,
        listed.target_source_code,
        others.other_targets,
        input.base_year_emissions as reported_base_year_tco2e,
        input.mid_term_target_set_state,
        input.mid_term_target_year_flags,
        coalesce(
            case
                when list_contains(input.mid_term_target_year_flags, 'restricted_scope')
                    then 'year_remark'
            end,
            scope.restriction_code
        ) as restriction_code,
        coalesce(input.sbt_claimed, false) as claims_approval,
        cast(rule.comparison_year as integer) as comparison_year,
        coalesce(listed.first_base_year >= rule.first_registry_year, false) as is_of_registry
    from {{ ref('int_climate_score__list_target') }} as listed
    inner join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = listed.tax_id and input.report_year = listed.report_year
    left join others
        on others.tax_id = listed.tax_id and others.report_year = listed.report_year
    left join {{ ref('int_climate_score__read_scope') }} as scope
        on scope.tax_id = listed.tax_id
            and scope.report_year = listed.report_year
            and scope.subject_code = 'mid_term_target'
            and scope.stated_pct = listed.stated_pct
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = listed.report_year
    where listed.target_no = 1
),

registry as (
    select
        stated.tax_id,
        stated.report_year,
        -- a base year given as a range is the mean of its years
        avg(emissions.total_tco2e) filter (
            where emissions.year between stated.first_base_year and stated.base_year
        ) as e_base_tco2e,
        count(*) filter (where emissions.year between stated.first_base_year and stated.base_year)
            as base_years_found,
        max(emissions.total_tco2e) filter (where emissions.year = stated.comparison_year)
            as e_2019_tco2e,
        max(emissions.series_code) filter (where emissions.year = stated.base_year) as base_series,
        max(emissions.series_code) filter (where emissions.year = stated.comparison_year)
            as comparison_series,
        max(emissions.source_release_key) as source_release_key
    from stated
    inner join {{ ref('int_emissions__company_year') }} as emissions
        on emissions.tax_id = stated.tax_id
    group by stated.tax_id, stated.report_year
)

select
    stated.* exclude (stated.comparison_year, stated.is_of_registry),
    case
        when not stated.is_of_registry then stated.reported_base_year_tco2e
        when registry.base_years_found = stated.base_year - stated.first_base_year + 1
            then registry.e_base_tco2e
    end as e_base_tco2e,
    registry.e_2019_tco2e,
    case
        when stated.base_year is null then null
        when stated.is_of_registry then 'registry'
        else 'mixed'
    end as boundary,
    coalesce(registry.base_series <> registry.comparison_series, false) as crosses_series_break,
    registry.source_release_key
from stated
left join registry
    on registry.tax_id = stated.tax_id and registry.report_year = stated.report_year
