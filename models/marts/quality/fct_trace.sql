-- what every published figure rests on, one step a row: a cell, row or page of a release, a factor
-- or rule with its validity, or a row of another mart, which has its own steps
with links as (
    {%- for steps in trace_models() %}
        select * exclude (sort_order) from {{ ref('int_' ~ steps) }}
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

filled as (
    select
        links.* replace (coalesce(release.file_name, links.file_name) as file_name),
        case
            when links.parent_mart is not null then 'mart_row'
            when starts_with(links.parameter_table, 'rule_') then 'rule_row'
            when starts_with(links.parameter_table, 'cor_') then 'correction'
            when links.parameter_table is not null then 'factor_row'
            when links.cell_ref is not null then 'source_cell'
            when links.page is not null then 'report_page'
            else 'source_row'
        end as kind_code,
        parameter.parameter_text,
        parameter.valid_from_year,
        parameter.valid_to_year,
        parameter.stated_source
    from links
    left join {{ ref('int_releases__release') }} as release
        on release.source_release_key = links.source_release_key
    left join {{ ref('int_quality__parameter') }} as parameter
        on parameter.parameter_table = links.parameter_table
            and parameter.parameter_key = links.parameter_key
            and (
                links.parameter_year is null
                or links.parameter_year between coalesce(parameter.valid_from_year, 0)
                and coalesce(parameter.valid_to_year, 9999)
            )
)

select
    mart,
    row_key,
    cast(row_number() over (
        partition by mart, row_key
        order by
            column_name nulls first, kind_code desc, source_release_key, file_name, row_number,
            cell_ref, page, parameter_table, parameter_key, valid_from_year, parent_mart,
            parent_row_key, raw_text, parameter_text
    ) as integer) as sort_order,
    column_name,
    kind_code,
    source_release_key,
    file_name,
    row_number,
    cell_ref,
    page,
    raw_text,
    parameter_table,
    parameter_key,
    parameter_text,
    valid_from_year,
    valid_to_year,
    stated_source,
    parent_mart,
    parent_row_key
from filled
