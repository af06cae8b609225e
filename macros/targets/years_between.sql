{# Years between two days: whole months, and a begun month by its days, so that exactly 24 months
   are 2 and a day more is more. #}
{% macro years_between(first, last) -%}
    {%- set months = "datesub('month', " ~ first ~ ', ' ~ last ~ ')' -%}
    {%- set whole_months = 'cast(' ~ first ~ ' + to_months(cast(' ~ months
        ~ ' as integer)) as date)' -%}
    round(({{ months }} + datediff('day', {{ whole_months }}, {{ last }}) / 31.0) / 12, 9)
{%- endmacro %}
