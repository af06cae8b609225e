-- From the first registry year on the emissions of the base year are those of the company's plants;
-- before, the reported figure, and the boundary is mixed.
with stated as (
    select
        input.tax_id,
        input.report_year,
        input.mid_term_target as stated_pct,
        cast(input.mid_term_base_year as integer) as base_year,
        coalesce(input.base_year_first, cast(input.mid_term_base_year as integer))
            as first_base_year,
        cast(input.mid_term_target_year as integer) as target_year,
        input.base_year_emissions as reported_base_year_tco2e,
        input.mid_term_target_set_state,
        input.mid_term_target_year_flags,
        coalesce(input.sbt_claimed, false) as claims_approval,
        cast(rule.comparison_year as integer) as comparison_year,
        coalesce(first_base_year >= rule.first_registry_year, false) as is_of_registry
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = input.report_year
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
    stated.tax_id,
    stated.report_year,
    stated.stated_pct,
    stated.base_year,
    stated.first_base_year,
    stated.target_year,
    stated.reported_base_year_tco2e,
    stated.mid_term_target_set_state,
    stated.mid_term_target_year_flags,
    stated.claims_approval,
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
