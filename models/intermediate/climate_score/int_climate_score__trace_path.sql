-- what the paths of a company rest on. A line is written down once, at one of its years: the other
-- years point to that row.
{%- set path_key = "concat_ws('/', tax_id, year)" %}

with path as (
    select
        *,
        cast({{ rule_value('climate:2:comparison_year', 9999) }} as integer) as level_year,
        max(case when actual_tco2e is not null then year end) over () as last_year
    from {{ ref('int_climate_score__pathway') }}
),

links as (
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'actual_tco2e' as column_name,
        'fct_company_emissions' as parent_mart,
        {{ path_key }} as parent_row_key
    from path
    where actual_tco2e is not null
    union all by name
    select
        'company_pathway' as mart,
        concat_ws('/', path.tax_id, path.year) as row_key,
        'target_path_tco2e' as column_name,
        unnest(['ind_company_target_2030', 'ind_company_climate']) as parent_mart,
        unnest([
            concat_ws('/', path.tax_id, path.target_report_year),
            concat_ws('/', path.tax_id, path.target_report_year, 1)
        ]) as parent_row_key
    from path
    where path.target_path_tco2e is not null
    union all by name
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'trend_tco2e' as column_name,
        'company_pathway' as parent_mart,
        concat_ws('/', tax_id, last_year) as parent_row_key
    from path
    where trend_tco2e is not null and year <> last_year
    union all by name
    select
        'company_pathway' as mart,
        concat_ws('/', line.tax_id, line.year) as row_key,
        'trend_tco2e' as column_name,
        'fct_company_emissions' as parent_mart,
        concat_ws('/', emitted.tax_id, emitted.year) as parent_row_key
    from path as line
    inner join {{ ref('int_emissions__company_year') }} as emitted
        on emitted.tax_id = line.tax_id
            and emitted.year > line.last_year
            - cast({{ rule_value('pathway:trend_years', 9999) }} as integer)
    where line.year = line.last_year and line.trend_tco2e is not null
    union all by name
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'trend_tco2e' as column_name,
        'rule_threshold' as parameter_table,
        'pathway:trend_years' as parameter_key,
        9999 as parameter_year
    from path
    where year = last_year and trend_tco2e is not null
    union all by name
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'national_path_tco2e' as column_name,
        'company_pathway' as parent_mart,
        concat_ws('/', tax_id, level_year) as parent_row_key
    from path
    where year <> level_year
    union all by name
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'national_path_tco2e' as column_name,
        'rule_threshold' as parameter_table,
        'climate:2:comparison_year' as parameter_key,
        9999 as parameter_year
    from path
    where year = level_year
    union all by name
    select
        'company_pathway' as mart,
        {{ path_key }} as row_key,
        'national_path_tco2e' as column_name,
        'national_inventory' as parent_mart,
        cast(level_year as varchar) as parent_row_key
    from path
    where year = level_year
    union all by name
    select
        'company_pathway' as mart,
        concat_ws('/', path.tax_id, path.year) as row_key,
        'national_path_tco2e' as column_name,
        'fct_national_target' as parent_mart,
        target.target_key as parent_row_key
    from path
    inner join {{ ref('int_national__target') }} as target
        on target.is_on_path and target.target_year > path.level_year
    where path.year = path.level_year
)

{{ as_trace('links') }}
