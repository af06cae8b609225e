{# on-run-end: says in sentences what is wrong and where, so that `dbt build` itself is the report:
   the rows behind each failed data test, and the rows that a constraint refused. #}
{% macro report_failures(results) %}
    {% if execute %}
        {% for result in results %}
            {% set node = result.node %}
            {% if node.resource_type == 'test' and result.status in ('fail', 'warn') %}
                {% do report_rows(result.status, node.name, node.compiled_code) %}
            {% elif node.resource_type == 'model' and result.status == 'error'
                    and 'Constraint Error' in result.message %}
                {% set rows = '(' ~ node.compiled_code ~ ')' %}
                {% do report_rows(result.status, node.name, broken_promises(node, rows)) %}
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{% macro report_rows(status, name, sql) %}
    {% set shown = 10 %}
    {% set rows = run_query('select * from (' ~ sql ~ ') as failing limit ' ~ (shown + 1)) %}
    {% set count = rows.rows | length if rows.rows | length <= shown else 'more than ' ~ shown %}
    {% do log(status | upper ~ ' ' ~ name ~ ': ' ~ count ~ ' row(s)', info=true) %}
    {% for row in rows.rows %}
        {% if loop.index <= shown %}
            {% set says = row['problem'] if 'problem' in rows.column_names else row.dict() %}
            {% do log('  ' ~ says, info=true) %}
        {% endif %}
    {% endfor %}
{% endmacro %}
