-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the records of reports and sheets end: see list_records. #}
{% macro disclosures_records() -%}
    {%- set silent = "value_text is null or trim(value_text) in (select value_text from "
        ~ ref('ref_value_state') ~ " where value_state = 'silent')" %}
    {%- set form -%}
        (
            select
                read.*,
                code.tax_id
            from {{ ref('stg_observatory__report_field') }} as read
            left join {{ ref('int_disclosures__resolve_code') }} as code
                on code.company_code = read.company_code
        ) as form
    {%- endset %}
    {%- set sheet -%}
        (
            select
                read.*,
                field.field_no
            from {{ ref('stg_observatory__disclosure_sheet') }} as read
            left join {{ ref('ref_disclosure_field') }} as field
                on field.sheet_name = {{ without_years('read.field_name', 'read.report_year') }}
        ) as sheet
    {%- endset %}
    {%- set energy -%}
        (
            select
                coalesce(code.tax_id, cell.company_code) as holder,
                code.tax_id,
                cell.*
            from (
                from {{ ref('stg_observatory__energy_revenue') }}
                unpivot include nulls (stated for measure in (
                    energy_mj as 'total_energy_gj', revenue_twd as 'revenue_twd'
                ))
            ) as cell
            left join {{ ref('int_disclosures__resolve_code') }} as code
                on code.company_code = cell.company_code
        ) as energy
    {%- endset %}
    {%- set revenue -%}
        (
            from {{ ref('stg_observatory__ghg_revenue') }}
            unpivot include nulls (stated for measure in (
                scope1_tco2e, scope2_tco2e, revenue_twd1m as 'revenue_twd'
            ))
        ) as revenue
    {%- endset %}
    {{- return([
        {
            'dataset': 'report_fields', 'from': form, 'mart': 'fct_company_disclosure',
            'key': "concat_ws('/', coalesce(tax_id, company_code), report_year, field_no)",
            'model': 'int_disclosures__read_text',
            'left_out': {'unknown_company': 'tax_id is null', 'no_value': silent},
        },
        {
            'dataset': 'disclosure_sheet', 'from': sheet, 'mart': 'fct_company_disclosure',
            'key': "concat_ws('/', tax_id, report_year, coalesce(field_no, field_name))",
            'model': 'int_disclosures__field',
            'left_out': {'column_not_read': 'field_no is null', 'no_value': silent},
        },
        {
            'dataset': 'energy_revenue', 'from': energy, 'mart': 'fct_company_energy',
            'key': "concat_ws('/', holder, year, measure)", 'model': 'int_disclosures__list_energy',
            'left_out': {
                'unknown_company': 'tax_id is null',
                'no_value': "stated is null or (measure = 'revenue_twd' and stated <= 0)",
            },
        },
        {
            'dataset': 'ghg_revenue', 'from': revenue, 'mart': 'fct_company_energy',
            'key': "concat_ws('/', tax_id, year, measure)",
            'model': 'int_disclosures__list_energy',
            'left_out': {
                'column_not_read': "measure <> 'revenue_twd'",
                'no_value': 'stated is null or stated <= 0',
            },
        },
    ]) -}}
{%- endmacro %}

{# Where disclosures to exchanges, monthly revenue and income statements end: see list_records. Two
   files make one row of fct_exchange_disclosure: each answers for a column of its own. #}
{% macro exchange_records() -%}
    {%- set row_key = "concat_ws('/', stock_code, report_year, market_code)" %}
    {{- return([
        {
            'dataset': 'twse_esg_ghg', 'from': ref('stg_exchange__esg_ghg'),
            'mart': 'fct_exchange_disclosure', 'key': row_key ~ " || '/scope1_tco2e'",
            'model': 'int_disclosures__exchange',
        },
        {
            'dataset': 'twse_esg_energy', 'from': ref('stg_exchange__esg_energy'),
            'mart': 'fct_exchange_disclosure', 'key': row_key ~ " || '/renewable_share_ratio'",
            'model': 'int_disclosures__exchange',
        },
        {
            'dataset': 'monthly_revenue', 'from': ref('stg_exchange__monthly_revenue'),
            'mart': 'fct_company_revenue_month', 'key': "concat_ws('/', stock_code, period)",
            'model': 'int_disclosures__revenue_month',
        },
        {
            'dataset': 'income_annual', 'from': ref('stg_market__income_statement'),
            'mart': 'fct_company_income', 'key': "concat_ws('/', stock_code, year)",
            'model': 'int_disclosures__income',
        },
    ]) -}}
{%- endmacro %}
