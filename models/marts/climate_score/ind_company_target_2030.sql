-- the mid-term target as stated and re-based, with the pages and releases that percentage, base
-- year and target year are read from
with read as (
    select
        tax_id,
        report_year,
        nullif(string_agg(distinct page, '; ' order by page), '') as page,
        string_agg(distinct source_release_key, ' ') as source_release_key
    from {{ ref('int_disclosures__field') }}
    where value_state <> 'silent'
        and field_code in (
            'mid_term_target_set', 'mid_term_target', 'mid_term_base_year', 'mid_term_target_year',
            'base_year_emissions'
        )
    group by tax_id, report_year
)

select
    target.tax_id,
    target.report_year,
    target.stated_pct,
    target.base_year,
    target.target_year,
    target.target_source_code,
    target.other_targets,
    target.restriction_code,
    target.pct_at_2030,
    target.e_base_tco2e,
    target.e_2019_tco2e,
    target.rebased_pct_2019,
    target.boundary,
    target.reported_base_year_tco2e,
    target.sbti_status,
    target.is_sbti_approved,
    target.conflict_sbti_status,
    {{ flags_text('target.flags') }} as flags,
    read.page,
    {{ distinct_words("concat_ws(' ', target.source_release_key, read.source_release_key)") }}
        as source_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
left join read on read.tax_id = target.tax_id and read.report_year = target.report_year
