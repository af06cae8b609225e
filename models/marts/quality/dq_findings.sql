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
    {%- for model in [
        ref('int_emissions__find_plant_faults'),
        ref('int_emissions__find_owner_faults'),
        ref('int_emissions__find_industry_faults'),
        ref('int_emissions__find_company_faults'),
        ref('int_disclosures__find_faults'),
        ref('int_disclosures__find_exchange_faults'),
        ref('int_disclosures__find_market_faults'),
        ref('int_climate_score__find_faults'),
        ref('int_climate_score__find_initiative_faults'),
        ref('int_emissions__find_weight_faults'),
        ref('int_energy_audit__find_faults'),
        ref('int_quality__find_lost_characters'),
        ref('int_emissions__find_match_faults'),
        ref('int_declarations__find_faults'),
    ] %}
        select * from {{ model }}
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
)
