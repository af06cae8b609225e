{# on-run-end: prints the rows behind each failed data test, so that `dbt build` itself says what is wrong and where. #}
{% macro report_failures(results) %}
    {% if execute %}
        {% for result in results if result.node.resource_type == 'test' and result.status in ('fail', 'warn') %}
            {% set rows = run_query('select * from (' ~ result.node.compiled_code ~ ') as failing limit 10') %}
            {% do log(result.status | upper ~ ' ' ~ result.node.name ~ ': ' ~ result.failures ~ ' row(s)', info=true) %}
            {% for row in rows.rows %}
                {% do log('  ' ~ (row['problem'] if 'problem' in rows.column_names else row.dict()), info=true) %}
            {% endfor %}
        {% endfor %}
    {% endif %}
{% endmacro %}
