select
    rule_code || '|' || dataset || '|' || entity_key || '|' || coalesce(period::varchar, '')
    || '|' || column_name as finding_key,
    dataset,
    rule_code,
    entity_key,
    period,
    column_name,
    raw_value,
    suggested_value,
    severity,
    explanation,
    source_release_key
from (
    select * from {{ ref('int_emissions__find_plant_faults') }}
    union all by name
    select * from {{ ref('int_emissions__find_owner_faults') }}
    union all by name
    select * from {{ ref('int_emissions__find_industry_faults') }}
    union all by name
    select * from {{ ref('int_emissions__find_company_faults') }}
    union all by name
    select * from {{ ref('int_disclosures__find_faults') }}
    union all by name
    select * from {{ ref('int_climate_score__find_faults') }}
    union all by name
    select * from {{ ref('int_emissions__find_weight_faults') }}
    union all by name
    select * from {{ ref('int_energy_audit__find_faults') }}
    union all by name
    select * from {{ ref('int_quality__find_lost_characters') }}
    union all by name
    select * from {{ ref('int_emissions__find_match_faults') }}
)
