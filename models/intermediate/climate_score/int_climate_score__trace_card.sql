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
        concat_ws('/', radar.tax_id, radar.axis_no) as row_key,
        'ind_company_climate' as parent_mart,
        {{ indicator_key }} as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join judged
        on judged.tax_id = radar.tax_id and judged.report_year = radar.report_year
            and judged.indicator_no = [2, 6, 4, 9, 3, 8][radar.axis_no]
    qualify radar.report_year = max(radar.report_year) over (partition by radar.tax_id)
    union all by name
    select
        'company_radar' as mart,
        concat_ws('/', tax_id, axis_no) as row_key,
        'score' as column_name,
        'rule_radar_band' as parameter_table,
        rule_key as parameter_key,
        report_year as parameter_year
    from {{ ref('int_climate_score__radar') }}
    where score is not null
    qualify report_year = max(report_year) over (partition by tax_id)
    union all by name
    select
        'industry_radar' as mart,
        concat_ws('/', company.industry_code, radar.axis_no) as row_key,
        'company_radar' as parent_mart,
        concat_ws('/', radar.tax_id, radar.axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }} as radar
    inner join {{ ref('int_disclosures__company') }} as company
        on company.tax_id = radar.tax_id and company.report_year = radar.report_year
    qualify radar.report_year = max(radar.report_year) over (partition by radar.tax_id)
    union all by name
    select
        'company_scorecard' as mart,
        judged.tax_id as row_key,
        'indicator_' || judged.indicator_no || '_status' as column_name,
        'ind_company_climate' as parent_mart,
        {{ indicator_key }} as parent_row_key
    from judged
    qualify judged.report_year = max(judged.report_year) over (partition by judged.tax_id)
    union all by name
    select
        'company_scorecard' as mart,
        tax_id as row_key,
        'radar_' || axis_no as column_name,
        'company_radar' as parent_mart,
        concat_ws('/', tax_id, axis_no) as parent_row_key
    from {{ ref('int_climate_score__radar') }}
    qualify report_year = max(report_year) over (partition by tax_id)
    union all by name
    select
        'company_scorecard' as mart,
        tax_id as row_key,
        unnest(['total_tco2e', 'gap_2030_target_tco2e', 'gap_2030_trend_tco2e']) as column_name,
        unnest(['fct_company_emissions', 'company_pathway', 'company_pathway']) as parent_mart,
        unnest([concat_ws('/', tax_id, year), tax_id || '/2030', tax_id || '/2030'])
            as parent_row_key
    from {{ ref('int_climate_score__pathway') }}
    where actual_tco2e is not null
        and tax_id in (select tax_id from {{ ref('int_disclosures__company') }})
    qualify year = max(year) over ()
)

{{ as_trace('links') }}
