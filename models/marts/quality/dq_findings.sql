select
    found.rule_code || '|' || found.dataset || '|' || found.entity_key || '|'
    || coalesce(found.period::varchar, '') || '|' || found.column_name as finding_key,
    found.dataset,
    found.rule_code,
    found.entity_key,
    found.period,
    found.column_name,
    found.raw_value,
    found.suggested_value,
    found.severity,
    found.explanation,
    found.source_release_key
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
) as found
left join {{ ref('int_releases__release') }} as release
    on release.source_release_key = found.source_release_key
-- what a file says is found from the day it was published
where release.vintage_date is null
    or release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
