{%- set columns = {
    'report_year': 'integer', 'market_code': 'varchar', 'stock_code': 'varchar',
    'company_name': 'varchar',
} %}
{%- for scope in ['scope1', 'scope2', 'scope3'] %}
{%- do columns.update({
    scope ~ '_tco2e': 'double', scope ~ '_text': 'varchar', scope ~ '_boundary': 'varchar',
    scope ~ '_assurance': 'varchar',
}) %}
{%- endfor %}
{%- do columns.update({'intensity_value': 'double', 'intensity_unit_text': 'varchar'}) %}
{{ landed_rows('twse_esg_ghg', columns) }}
