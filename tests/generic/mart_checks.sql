-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Checks of a model. Every failing row is a sentence in column `problem`, which is printed. #}

{% test not_all_null(model, column_name, group_by=[]) %}
    select '{{ model.identifier }}.{{ column_name }} is null in every row'
        {%- for g in group_by %} || ' of {{ g }} ' || {{ g }}{% endfor %} as problem
    from {{ model }}
    {% if group_by %}group by {{ group_by | join(', ') }}{% endif %}
    having count({{ column_name }}) = 0
{% endtest %}

{# The parts of each group add up to `total` (a number, or a column that is constant in the group)
   within `tolerance`. A group with fewer than `min_parts` parts fails, so that missing parts
   cannot hide behind a wide tolerance. #}
{% test sum_to_total(model, column_name, group_by, total, tolerance, min_parts) %}
    with grouped as (
        select
            {{ group_by | join(', ') }},
            sum({{ column_name }}) as parts_sum,
            count({{ column_name }}) as parts_count,
            max({{ total }}) as total,
            min({{ total }}) as smallest_total
        from {{ model }}
        group by {{ group_by | join(', ') }}
    )
    select '{{ model.identifier }}, {{ group_by | join(", ") }} = '
        || {{ group_by | join(" || ', ' || ") }} || ': ' || parts_count
        || ' parts of {{ column_name }} add to ' || round(parts_sum, 6)
        || ', expected at least {{ min_parts }} parts and a sum of '
        || total || ' +- {{ tolerance }}' as problem
    from grouped
    where parts_count < {{ min_parts }}
        or total is null
        or total <> smallest_total
        or abs(parts_sum - total) > {{ tolerance }} + 1e-9
{% endtest %}

{# Each value lies within the control's own relative tolerance; a control without a value fails. #}
{% test close_to_control(model, column_name, control, key, control_column) %}
    select '{{ model.identifier }}.{{ column_name }}, {{ key }} ' || control.{{ key }} || ': '
        || coalesce(checked.{{ column_name }}::varchar, 'no value')
        || ', control {{ control.identifier }} ' || control.{{ control_column }}
        || ' +- ' || (100 * control.tolerance_ratio) || ' %' as problem
    from {{ control }} as control
    left join {{ model }} as checked on checked.{{ key }} = control.{{ key }}
    where checked.{{ column_name }} is null
        or abs(checked.{{ column_name }} / control.{{ control_column }} - 1)
            > control.tolerance_ratio
{% endtest %}

{% test row_count_is(model, expected) %}
    select '{{ model.identifier }} has ' || count(*) || ' rows, expected {{ expected }}' as problem
    from {{ model }}
    having count(*) <> {{ expected }}
{% endtest %}
