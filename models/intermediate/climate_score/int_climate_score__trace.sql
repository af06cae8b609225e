-- what the ten indicators rest on: fields of reports, emissions, energy, rules
{%- set indicator_key = "concat_ws('/', judged.tax_id, judged.report_year, judged.indicator_no)" %}

with judged as (
    select * from {{ ref('int_climate_score__indicator') }}
),

-- the list that a company without a report is assessed from: the panel, or the names of the sheet
named as (
    select
        tax_id,
        source_release_key,
        row_number,
        company_name
    from {{ ref('stg_observatory__company') }}
    union all
    select
        tax_id,
        source_release_key,
        row_number,
        company_name
    from {{ ref('stg_observatory__disclosure_sheet') }}
),

listed as (
    select
        company.tax_id,
        company.report_year,
        company.source_release_key,
        {{ seed_file('open_data_company') }} as file_name,
        min(named.row_number) as row_number,
        min(named.company_name) as raw_text
    from {{ ref('int_disclosures__company') }} as company
    left join named
        on named.tax_id = company.tax_id
            and named.source_release_key = company.source_release_key
    group by company.tax_id, company.report_year, company.source_release_key
),

links as (
    select
        'ind_company_climate' as mart,
        {{ indicator_key }} as row_key,
        listed.source_release_key,
        listed.file_name,
        listed.row_number,
        listed.raw_text
    from judged
    inner join listed
        on listed.tax_id = judged.tax_id and listed.report_year = judged.report_year
    union all by name
    select
        unnest(['ind_company_target_2030', 'ind_company_energy_efficiency']) as mart,
        concat_ws('/', tax_id, report_year) as row_key,
        source_release_key,
        file_name,
        row_number,
        raw_text
    from listed
    union all by name
    -- the fields of the report that the indicator reads, where they speak
    select
        'ind_company_climate' as mart,
        {{ indicator_key }} as row_key,
        'fct_company_disclosure' as parent_mart,
        concat_ws('/', field.tax_id, field.report_year, field.field_no) as parent_row_key
    from judged
    inner join {{ ref('rule_indicator') }} as rule on rule.indicator_no = judged.indicator_no
    inner join {{ ref('int_disclosures__field') }} as field
        on field.tax_id = judged.tax_id and field.report_year = judged.report_year
            and list_contains(string_split(rule.field_nos, ' '), field.field_no)
            and field.value_state <> 'silent'
    union all by name
    select
        'ind_company_climate' as mart,
        {{ indicator_key }} as row_key,
        'threshold_value' as column_name,
        'rule_threshold' as parameter_table,
        judged.rule_key as parameter_key,
        judged.report_year as parameter_year
    from judged
    where judged.rule_key is not null
    union all by name
    -- what the indicators read beside the fields: the re-based target, energy, energy items
    select
        'ind_company_climate' as mart,
        {{ indicator_key }} as row_key,
        evidence.parent_mart,
        evidence.parent_row_key
    from judged
    inner join {{ ref('int_climate_score__trace_evidence') }} as evidence
        on evidence.tax_id = judged.tax_id
            and evidence.report_year = judged.report_year
            and evidence.indicator_no = judged.indicator_no
)

{{ as_trace('links') }}
