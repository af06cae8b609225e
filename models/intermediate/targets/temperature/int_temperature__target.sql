{{ config(materialized='view', contract={'enforced': false}) }}
with released as (
    select
        tax_id,
        report_year,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from {{ ref('int_disclosures__field') }}
    where field_code in ('mid_term_target_year', 'mid_term_target', 'mid_term_base_year')
    group by tax_id, report_year
)

select
    'record' as source_kind_code,
    stated.tax_id as company_id,
    'mid_term' as target_id,
    'absolute' as target_kind_code,
    'S1S2' as scope_code,
    stated.stated_pct / 100 as ambition_ratio,
    stated.base_year,
    stated.target_year as end_year,
    stated.restriction_code is not null as is_for_a_part,
    false as is_unreadable,
    released.source_release_key
from {{ ref('int_climate_score__state_target') }} as stated
inner join {{ ref('int_temperature__reporting_year') }} as reporting
    on stated.report_year <= reporting.record_year
left join released
    on released.tax_id = stated.tax_id and released.report_year = stated.report_year
where coalesce(stated.stated_pct, stated.target_year) is not null
qualify row_number() over (partition by stated.tax_id order by stated.report_year desc) = 1
union all by name
-- the dashboard states no coverage; what it states is for the whole company
select
    'record' as source_kind_code,
    company_id,
    target_id,
    target_kind_code,
    intensity_metric,
    scope_code,
    ambition_ratio,
    base_year,
    end_year,
    false as is_for_a_part,
    is_unreadable,
    source_release_key
from {{ ref('int_temperature__published_target') }}
union all by name
select
    source_kind_code,
    company_id,
    target_id,
    target_kind_code,
    intensity_metric,
    scope_code,
    coverage_s1_ratio,
    coverage_s2_ratio,
    coverage_s3_ratio,
    ambition_ratio,
    base_year,
    start_year,
    end_year,
    base_s1_tco2e,
    base_s2_tco2e,
    achieved_ratio,
    false as is_for_a_part,
    false as is_unreadable,
    source_release_key
from {{ ref('int_temperature__read_target') }}
