-- what the radar and the score card rest on: indicators, bands, emissions and paths

{%- set indicator_key -%}
    concat_ws('/', judged.tax_id, judged.report_year, judged.indicator_no)
{%- endset %}

with judged as (
    select * from {{ ref('int_climate_score__indicator') }}
),

links as (
    -- the radar reads what the indicator beside it reads
    select
        'company_radar' as mart,
        concat_ws('/', radar.tax_id, radar.report_year, radar.axis_no) as row_key,
        'ind_company_climate' as parent_mart,
        {{ indicator_key }} as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join judged
        on judged.tax_id = radar.tax_id and judged.report_year = radar.report_year
            and judged.indicator_no = [2, 6, 4, 9, 3, 8][radar.axis_no]
    union all by name
    select
        'company_radar' as mart,
        concat_ws('/', tax_id, report_year, axis_no) as row_key,
        'score' as column_name,
        'rule_radar_band' as parameter_table,
        rule_key as parameter_key,
        report_year as parameter_year
    from {{ ref('int_climate_score__radar') }}
    where score is not null
    union all by name
    select
        'industry_radar' as mart,
        concat_ws('/', company.industry_code, radar.report_year, radar.axis_no) as row_key,
        'company_radar' as parent_mart,
        concat_ws('/', radar.tax_id, radar.report_year, radar.axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join {{ ref('int_disclosures__company') }} as company
        on company.tax_id = radar.tax_id and company.report_year = radar.report_year
    union all by name
    select
        'company_scorecard' as mart,
        concat_ws('/', judged.tax_id, judged.report_year) as row_key,
        'indicator_' || judged.indicator_no || '_status' as column_name,
        'ind_company_climate' as parent_mart,
        {{ indicator_key }} as parent_row_key
    from judged
    union all by name
    select
        'company_scorecard' as mart,
        concat_ws('/', tax_id, report_year) as row_key,
        'radar_' || axis_no as column_name,
        'company_radar' as parent_mart,
        concat_ws('/', tax_id, report_year, axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }}
    union all by name
    select
        'company_scorecard' as mart,
        concat_ws('/', listed.tax_id, listed.report_year) as row_key,
        'total_tco2e' as column_name,
        'fct_company_emissions' as parent_mart,
        concat_ws('/', emitted.tax_id, emitted.year) as parent_row_key
    from {{ ref('int_disclosures__company') }} as listed
    inner join {{ ref('int_climate_score__assessed_year') }} as assessed
        on assessed.report_year = listed.report_year
    inner join {{ ref('int_emissions__company_year') }} as emitted
        on emitted.tax_id = listed.tax_id and emitted.year = assessed.emission_year
    union all by name
    -- the gaps of an earlier report year rest on the same line as those of the newest
    select
        'company_scorecard' as mart,
        concat_ws('/', path.tax_id, path.report_year) as row_key,
        unnest(['gap_2030_target_tco2e', 'gap_2030_trend_tco2e']) as column_name,
        'company_pathway' as parent_mart,
        concat_ws('/', path.tax_id, path.year) as parent_row_key
    from {{ ref('int_climate_score__pathway_by_report') }} as path
    inner join {{ ref('int_disclosures__company') }} as listed
        on listed.tax_id = path.tax_id and listed.report_year = path.report_year
    inner join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.is_newest and path.year = rule.target_year
    union all by name
    -- a change rests on the card of the report year before
    select
        'company_scorecard' as mart,
        concat_ws('/', listed.tax_id, listed.report_year) as row_key,
        'previous_report_year' as column_name,
        'company_scorecard' as parent_mart,
        concat_ws('/', listed.tax_id, assessed.previous_report_year) as parent_row_key
    from {{ ref('int_disclosures__company') }} as listed
    inner join {{ ref('int_climate_score__assessed_year') }} as assessed
        on assessed.report_year = listed.report_year
            and assessed.previous_report_year is not null
    union all by name
    select
        'company_scorecard' as mart,
        concat_ws('/', listed.tax_id, listed.report_year) as row_key,
        unnest(['initiative_sbti_status', 'is_re100', 'is_ev100']) as column_name,
        'dim_company' as parent_mart,
        listed.tax_id as parent_row_key
    from {{ ref('int_disclosures__company') }} as listed
    inner join {{ ref('int_emissions__company_initiative') }} as member
        on member.tax_id = listed.tax_id
)

{{ as_trace('links') }}
