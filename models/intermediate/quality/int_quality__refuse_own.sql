-- one row per row of an own file that cannot be used, with everything that is wrong with it
{%- set checks = {
    'activity_data': ref('int_inventory__refuse_activity'), 'quick_estimate': ref('int_inventory_use__refuse_quick_estimate'),
    'energy_user': ref('int_duties__refuse_user'), 'saving_year': ref('int_duties__refuse_year'), 'saving_measure': ref('int_duties__refuse_measure'),
    'storage_site': ref('int_equipment__refuse_storage_site'), 'breaker_test': ref('int_equipment__refuse_breaker_test'),
    'cbam_goods': ref('int_cbam__refuse_goods'),
} %}
{%- for dataset, check in checks.items() %}
    select
        '{{ dataset }}' as dataset,
        source_release_key,
        row_number,
        'DQ32' as rule_code,
        raw_row,
        file_name
        || ', row '
        || row_number
        || ': '
        || {{ with_names_zh('refusal', dataset) }} as reason
    from {{ check }}
    where refusal is not null
    {{ 'union all' if not loop.last }}
{%- endfor %}
