-- every factor, rule and correction that a figure may rest on, in one shape: what it says, since
-- when, until when, and by whose word
{{ config(materialized='view') }}

{%- set year = {'first': 'valid_from_year', 'last': 'valid_to_year'} %}
{%- set always = {'first': 'null', 'last': 'null'} %}
{%- set tables = [
    ('fac_emission_factor', 'factor_key',
        "kg_per_unit || ' kg ' || gas_code || ' per ' || unit_code", year),
    ('fac_activity_factor', 'factor_key',
        "kg_per_unit || ' kg ' || gas_code || ' per ' || unit_code", year),
    ('fac_heating_value', 'factor_key', "gj_per_unit || ' GJ per ' || unit_code", year),
    ('fac_electricity', 'factor_key', "kgco2e_per_kwh || ' kg CO2e per kWh'",
        {'first': 'year', 'last': 'year'}),
    ('fac_gwp', 'factor_key', "gwp || ' kg CO2e per kg ' || gas_code", always),
    ('fac_gwp_supplement', 'factor_key', "gwp_ratio || ' kg CO2e per kg ' || gas_code", always),
    ('fac_density', 'factor_key', "kl_per_t || ' kl per t'", always),
    ('fac_refrigerant_blend', 'factor_key', "mass_pct || ' % of the mass is ' || gas_code", always),
    ('fac_refrigerant_leak', 'factor_key', "leak_pct || ' % of the charge leaks a year'", always),
    ('fac_cbam_price', 'price_key', "price_eur_per_tco2e || ' EUR per t CO2e'",
        {'first': 'year', 'last': 'year'}),
    ('rule_threshold', 'rule_key', "value || ' ' || replace(unit_code, 'pct', '%')", year),
    ('rule_radar_band', 'rule_key', "'score ' || score || coalesce(case when is_strict"
        ~ " then ' above ' else ' from ' end || minimum_value || ' ' || unit_code, '')", year),
    ('rule_carbon_fee', 'scenario_code', "rate_twd_per_t || ' TWD per t, liable from '"
        ~ " || liable_from_tco2e || ' t, deduction ' || deduction_tco2e || ' t'", year),
    ('rule_duty_threshold', 'threshold_code', "operator || ' ' || value || ' ' || unit_code", year),
    ('rule_saving_rate', 'rule_key', "'at least ' || required_pct || ' % a year'", year),
    ('rule_heat_saving', 'rule_key', "conversion_pct || ' % of heat saved counts'", year),
    ('rule_storage_siting', 'rule_key', 'name_en', always),
    ('rule_sbti_criterion', "concat_ws(':', criterion_code, reading, criteria_version)",
        "concat_ws(' ', replace(comparison_code, '_', ' '), required_value, unit_code)",
        {'first': 'year(valid_from)', 'last': 'year(valid_to)'}),
    ('fac_sector_fuel', 'factor_key', "direct_ktco2 || ' kt CO2 from ' || round(final_energy_twh"
        ~ " - electricity_twh, 4) || ' TWh of fuel'", always),
] %}

{%- for table, key, says, valid in tables %}
    select
        '{{ table }}' as parameter_table,
        cast({{ key }} as varchar) as parameter_key,
        -- 26.0 is 26
        regexp_replace({{ says }}, '([0-9])\.0( |$)', '\1\2', 'g') as parameter_text,
        cast({{ valid.first }} as integer) as valid_from_year,
        cast({{ valid.last }} as integer) as valid_to_year,
        source as stated_source
    from {{ ref(table) }}
    union all
{%- endfor %}
-- a second reading of a report, by whom and when
select
    'cor_report_reading' as parameter_table,
    review_key as parameter_key,
    concat_ws(': ', verdict_code, corrected_text) as parameter_text,
    cast(null as integer) as valid_from_year,
    cast(null as integer) as valid_to_year,
    reader || ', ' || read_on as stated_source
from {{ ref('int_disclosures__review') }}
union all
-- a refrigerant set free is its own mass
select
    'ref_activity_item' as parameter_table,
    'release:' || item_code as parameter_key,
    '1 kg per kg: the mass of the gas' as parameter_text,
    cast(null as integer) as valid_from_year,
    cast(null as integer) as valid_to_year,
    'mass balance' as stated_source
from {{ ref('ref_activity_item') }}
where method_code = 'gas'
union all
select
    'cor_energy_audit_2022' as parameter_table,
    concat_ws('|', fix.table_ref, fix.row_label, fix.column_code) as parameter_key,
    concat_ws(
        ', ', 'printed ' || fix.printed_text, 'used ' || fix.used_value, 'for ' || fix.used_year
    )
        as parameter_text,
    cast(null as integer) as valid_from_year,
    cast(null as integer) as valid_to_year,
    explanation.text_en as stated_source
from {{ ref('cor_energy_audit_2022') }} as fix
left join {{ ref('ref_explanation') }} as explanation
    on explanation.explanation_code = fix.reason_code
