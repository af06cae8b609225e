-- what indicators, radar and score cards rest on: fields of reports, emissions, energy, rules
{{ config(materialized='view') }}

{%- set indicator_key = "concat_ws('/', judged.tax_id, judged.assessment_year, judged.indicator_no)" %}

with judged as (
    select * from {{ ref('int_climate_score__indicator') }}
),

-- the list that a company without a report is assessed from
listed as (
    select
        company.tax_id,
        company.report_year,
        company.source_release_key,
        {{ seed_file('open_data_company') }} as file_name,
        min(panel.row_number)                as row_number
    from {{ ref('int_disclosures__company') }} as company
    left join {{ ref('stg_observatory__company') }} as panel
        on panel.tax_id = company.tax_id
        and panel.source_release_key = company.source_release_key
    group by company.tax_id, company.report_year, company.source_release_key
),

links as (
    select
        'ind_company_climate'  as mart,
        {{ indicator_key }}    as row_key,
        listed.source_release_key,
        listed.file_name,
        listed.row_number
    from judged
    inner join listed
        on listed.tax_id = judged.tax_id and listed.report_year = judged.assessment_year
    union all by name
    select
        unnest(['ind_company_target_2030', 'ind_company_energy_efficiency']) as mart,
        tax_id                 as row_key,
        source_release_key,
        file_name,
        row_number
    from listed
    qualify report_year = max(report_year) over (partition by tax_id)
    union all by name
    -- the fields of the report that the indicator reads, where they speak
    select
        'ind_company_climate'    as mart,
        {{ indicator_key }}      as row_key,
        'fct_company_disclosure' as parent_mart,
        concat_ws('/', field.tax_id, field.report_year, field.field_no) as parent_row_key
    from judged
    inner join {{ ref('rule_indicator') }} as rule on rule.indicator_no = judged.indicator_no
    inner join {{ ref('int_disclosures__field') }} as field
        on field.tax_id = judged.tax_id and field.report_year = judged.assessment_year
        and list_contains(string_split(rule.field_nos, ' '), field.field_no)
        and field.value_state <> 'silent'
    union all by name
    select
        'ind_company_climate'  as mart,
        {{ indicator_key }}    as row_key,
        'threshold_value'      as column_name,
        'rule_threshold'       as parameter_table,
        judged.rule_key        as parameter_key,
        judged.assessment_year as parameter_year
    from judged
    where judged.rule_key is not null
    union all by name
    -- what the indicators read beside the fields: the re-based target, energy, energy items
    select
        'ind_company_climate'  as mart,
        {{ indicator_key }}    as row_key,
        evidence.parent_mart,
        evidence.parent_row_key
    from judged
    inner join {{ ref('int_climate_score__trace_evidence') }} as evidence
        on evidence.tax_id = judged.tax_id
        and evidence.assessment_year = judged.assessment_year
        and evidence.indicator_no = judged.indicator_no
    union all by name
    -- the radar reads what the indicator beside it reads
    select
        'company_radar'        as mart,
        concat_ws('/', radar.tax_id, radar.axis_no) as row_key,
        'ind_company_climate'  as parent_mart,
        {{ indicator_key }}    as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join judged
        on judged.tax_id = radar.tax_id and judged.assessment_year = radar.assessment_year
        and judged.indicator_no = ['2', '6', '4', '9', '3', '8'][cast(radar.axis_no as integer)]
    qualify radar.assessment_year = max(radar.assessment_year) over (partition by radar.tax_id)
    union all by name
    select
        'company_radar'        as mart,
        concat_ws('/', tax_id, axis_no) as row_key,
        'score'                as column_name,
        'rule_radar_band'      as parameter_table,
        rule_key               as parameter_key,
        assessment_year        as parameter_year
    from {{ ref('int_climate_score__radar') }}
    where score is not null
    qualify assessment_year = max(assessment_year) over (partition by tax_id)
    union all by name
    select
        'industry_radar'       as mart,
        concat_ws('/', company.industry_code, radar.axis_no) as row_key,
        'company_radar'        as parent_mart,
        concat_ws('/', radar.tax_id, radar.axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join {{ ref('int_disclosures__company') }} as company
        on company.tax_id = radar.tax_id and company.report_year = radar.assessment_year
    qualify radar.assessment_year = max(radar.assessment_year) over (partition by radar.tax_id)
    union all by name
    select
        'company_scorecard'    as mart,
        judged.tax_id          as row_key,
        'indicator_' || judged.indicator_no || '_status' as column_name,
        'ind_company_climate'  as parent_mart,
        {{ indicator_key }}    as parent_row_key
    from judged
    qualify judged.assessment_year = max(judged.assessment_year) over (partition by judged.tax_id)
    union all by name
    select
        'company_scorecard'    as mart,
        tax_id                 as row_key,
        'radar_' || axis_no    as column_name,
        'company_radar'        as parent_mart,
        concat_ws('/', tax_id, axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }}
    qualify assessment_year = max(assessment_year) over (partition by tax_id)
    union all by name
    select
        mart, row_key, column_name,
        parameter_table, parameter_key, parameter_year,
        parent_mart, parent_row_key
    from {{ ref('int_climate_score__trace_target') }}
    union all by name
    select
        mart, row_key, column_name,
        parameter_table, parameter_key, parameter_year,
        parent_mart, parent_row_key
    from {{ ref('int_climate_score__trace_path') }}
)

{{ as_trace('links') }}
