-- what the national energy indicators rest on: rows of the edition, and the rows of the target
{%- set of_target = [
    'target_change_pct', 'target_intensity_loe_per_twd1000', 'is_within_target',
] %}

with indicator as (
    select * from {{ ref('int_energy_audit__select_indicator') }}
),

links as (
    select
        'national_energy_indicator' as mart,
        cast(year as varchar) as row_key,
        source_release_key,
        {{ seed_file('open_data_energy_indicator') }} as file_name,
        row_number,
        format('industry {:.15g} LOE per thousand TWD', industry_energy_intensity_loe_per_twd1000)
            as raw_text
    from indicator
    union all by name
    select
        'national_energy_indicator' as mart,
        cast(year as varchar) as row_key,
        unnest([
            'industry_intensity_change_pct', 'target_intensity_loe_per_twd1000',
            'is_within_target',
        ]) as column_name,
        'national_energy_indicator' as parent_mart,
        cast(base_year as varchar) as parent_row_key
    from indicator
    where base_source_release_key is not null and base_year <> year
    union all by name
    select
        'national_energy_indicator' as mart,
        cast(indicator.year as varchar) as row_key,
        {{ "unnest(['" ~ of_target | join("', '") ~ "'])" }} as column_name,
        'rule_threshold' as parameter_table,
        rule.rule_key as parameter_key,
        indicator.year as parameter_year
    from indicator
    inner join {{ ref('rule_threshold') }} as rule
        on rule.rule_key like 'national:industry_intensity_%'
            and indicator.year >= rule.valid_from_year
)

{{ as_trace('links') }}
