{# What constraints cannot say: every promise of a seed or a view; of a table, the codes that
   another table knows and a `key` with empty parts. Every failing row is a sentence. #}
{% test guard(model, codes={}, key=none) %}
    {%- if execute -%}
        {%- set node = node_of(model) -%}
        {%- set is_view = not node.config.contract.enforced -%}
        {{ broken_promises(node, model, codes, key, constraints=is_view) }}
    {%- endif -%}
{% endtest %}
