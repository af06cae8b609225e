{%- for dataset in unread_datasets() %}
    select
        '{{ dataset }}' as dataset,
        *
    from ({{ landed_rows(dataset, {}) }})
    {{ 'union all' if not loop.last }}
{%- endfor %}
