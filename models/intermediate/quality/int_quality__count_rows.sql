{#- parameters that name the release of each row -#}
{%- set by_row = [
    'fac_activity_factor', 'fac_refrigerant_leak', 'fac_refrigerant_blend', 'fac_gwp_supplement',
    'rule_reduction_measure', 'rule_duty_threshold', 'rule_energy_duty', 'rule_saving_rate',
    'rule_heat_saving',
] %}
{#- parameters of one release as a whole -#}
{%- set of_release = {
    'fac_gwp': 'ipcc_gwp',
    'fac_temperature_regression': 'temperature_rating_v1',
    'rule_carbon_fee': 'carbon_fee_2024',
    'rule_storage_siting': 'storage_siting_2025',
    'rule_storage_requirement': 'storage_siting_2025',
    'rule_storage_standard': 'storage_siting_2025',
    'rule_breaker_test': 'breaker_trip_2025',
    'rule_cbam_goods': 'cbam_facts_2026',
    'rule_cbam_period': 'cbam_facts_2026',
    'rule_cbam_year': 'cbam_facts_2026',
    'fac_cbam_price': 'cbam_facts_2026',
} %}
with held as (
    select source_release_key from {{ ref('stg_energy_audit__cell') }}
    union all by name
    select source_release_key from {{ ref('stg_sector_plan__cell') }}
    union all by name
    select vintage as source_release_key from {{ ref('fac_emission_factor') }}
    union all by name
    select 'energy_indicators_8308' as source_release_key
    from {{ ref('fac_electricity') }}
    where definition_code = 'utility_sales' and status = 'actual'
    union all by name
    select
        case reading
            when 'newsletter' then 'sbti_newsletter_2025'
            else 'sbti_corporate_net_zero_v1_2'
        end as source_release_key
    from {{ ref('rule_sbti_criterion') }}
    {%- for seed, release in of_release.items() %}
        union all by name
        select '{{ release }}' as source_release_key from {{ ref(seed) }}
    {%- endfor %}
    {%- for seed in by_row %}
        union all by name
        select source_release_key from {{ ref(seed) }}
        where source_release_key is not null
    {%- endfor %}
),

counted as (
    select
        source_release_key,
        count(*) as row_count
    from held
    group by source_release_key
    union all by name
    select
        source_release_key,
        staged_count as row_count
    from {{ ref('int_quality__count_staged') }}
)

select
    source_release_key,
    cast(sum(row_count) as bigint) as row_count
from counted
group by source_release_key
