select
    dataset,
    period,
    entity_count,
    expected_count,
    coverage_ratio,
    is_complete,
    source_release_key
from {{ ref('int_emissions__count_coverage') }}
union all
select
    dataset,
    period,
    entity_count,
    expected_count,
    coverage_ratio,
    is_complete,
    source_release_key
from {{ ref('int_disclosures__count_coverage') }}
