{# Years between two days: whole months, and a begun month by its days, so that exactly 24 months are 2 and a day more is more. #}
{% macro years_between(first, last) -%}
    round((datesub('month', {{ first }}, {{ last }}) + datediff('day',
        cast({{ first }} + to_months(cast(datesub('month', {{ first }}, {{ last }}) as integer)) as date), {{ last }}) / 31.0) / 12, 9)
{%- endmacro %}
