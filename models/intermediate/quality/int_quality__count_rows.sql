{%- set parameters = [
    'fac_activity_factor', 'fac_refrigerant_leak', 'fac_refrigerant_blend', 'fac_gwp_supplement', 'rule_reduction_measure', 'rule_duty_threshold',
    'rule_energy_duty', 'rule_saving_rate', 'rule_heat_saving',
] %}
{#- parameters of one release as a whole -#}
{%- set of_release = {
    'rule_carbon_fee': 'carbon_fee_2024', 'rule_storage_siting': 'storage_siting_2025', 'rule_storage_requirement': 'storage_siting_2025',
    'rule_storage_standard': 'storage_siting_2025', 'rule_breaker_test': 'breaker_trip_2025', 'rule_cbam_goods': 'cbam_facts_2026',
    'rule_cbam_period': 'cbam_facts_2026', 'rule_cbam_year': 'cbam_facts_2026', 'fac_cbam_price': 'cbam_facts_2026',
} %}
select
    source_release_key,
    cast(sum(row_count) as bigint) as row_count
from (
    select
        source_release_key,
        count(*) as row_count
    from {{ ref('stg_energy_audit__cell') }}
    group by source_release_key
    union all
    select
        vintage,
        count(*)
    from {{ ref('fac_emission_factor') }}
    group by vintage
    union all
    select
        'ipcc_gwp',
        count(*)
    from {{ ref('fac_gwp') }}
    union all
    select
        'energy_indicators_8308',
        count(*)
    from {{ ref('fac_electricity') }}
    where definition_code = 'utility_sales' and status = 'actual'
    union all
    select
        source_release_key,
        count(*)
    from {{ ref('stg_sector_plan__cell') }}
    group by source_release_key
    union all
    select
        'sbti_newsletter_2025',
        count(*)
    from {{ ref('rule_sbti_criterion') }}
    where reading = 'newsletter'
    union all
    select
        'sbti_corporate_net_zero_v1_2',
        count(*)
    from {{ ref('rule_sbti_criterion') }}
    where reading = 'official_v1_2'
    union all
    select
        'temperature_rating_v1',
        count(*)
    from {{ ref('fac_temperature_regression') }}
    union all
    {%- for seed, release in of_release.items() %}
        select
            '{{ release }}',
            count(*)
        from {{ ref(seed) }}
        union all
    {%- endfor %}
    {%- for seed in parameters %}
        select
            source_release_key,
            count(*)
        from {{ ref(seed) }}
        where source_release_key is not null
        group by source_release_key
        union all
    {%- endfor %}
    select
        source_release_key,
        staged_count
    from {{ ref('int_quality__count_staged') }}
)
group by source_release_key
