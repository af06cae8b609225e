{# on-run-end: which command wrote this file last, and on which data. Publishing reads it, so that
   only the outcome of a complete build is published. #}
{% macro record_invocation() %}
    {% if execute and target.type == 'duckdb' %}
        create or replace table {{ target.schema }}.last_dbt_invocation as
        select
            '{{ invocation_id }}' as invocation_id,
            '{{ env_var('NETZERO_DATA', 'embedded') }}' as data,
            '{{ env_var('NETZERO_LANDED', 'landed') | replace("'", "''") }}' as landed
    {% endif %}
{% endmacro %}
