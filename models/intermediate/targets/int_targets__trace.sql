-- what the verdicts on targets rest on: rows of examples or of the dashboard, reports, criteria
{%- set verdict_key -%}
    concat_ws(
        '/', judged.company_key, judged.target_id, judged.criterion_code, judged.reading
    )
{%- endset %}

with judged as (
    select * from {{ ref('int_sbti__assess_target') }}
),

links as (
    select
        'sbti_target_validation' as mart,
        {{ verdict_key }} as row_key,
        company.source_release_key,
        case company.source_kind_code
            when 'example' then {{ seed_file('example_sbti_company') }}
        end as file_name,
        company.row_number,
        company.company_name as raw_text
    from judged
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = judged.company_key
    where company.row_number is not null
    union all by name
    select
        'sbti_target_validation' as mart,
        {{ verdict_key }} as row_key,
        target.source_release_key,
        case when starts_with(target.company_key, 'example:')
                then {{ seed_file('example_sbti_target') }}
        end
            as file_name,
        target.row_number,
        target.target_text as raw_text
    from judged
    -- two targets that are one have two rows
    inner join {{ ref('int_sbti__read_target') }} as target
        on target.company_key = judged.company_key
            and list_contains(string_split(judged.target_id, '+'), target.target_id)
    where target.row_number is not null
    union all by name
    -- a report's target is what the indicators read: the mid-term target, the renewable target
    select
        'sbti_target_validation' as mart,
        {{ verdict_key }} as row_key,
        'ind_company_climate' as parent_mart,
        concat_ws(
            '/', indicator.tax_id, indicator.report_year, indicator.indicator_no
        ) as parent_row_key
    from judged
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = judged.company_key and company.source_kind_code = 'report'
    inner join {{ ref('int_climate_score__indicator') }} as indicator
        on indicator.tax_id = company.tax_id
            and indicator.indicator_no
            = case judged.target_id when 'renewable' then 6 when 'mid_term' then 2 else 1 end
    union all by name
    select
        'sbti_target_validation' as mart,
        {{ verdict_key }} as row_key,
        'required_value' as column_name,
        'rule_sbti_criterion' as parameter_table,
        concat_ws(
            ':', judged.criterion_code,
            -- what an approval proves is asked by the standard
            case judged.reading when 'sbti_approval' then 'official_v1_2' else judged.reading end,
            judged.criteria_version
        ) as parameter_key,
        year(company.submitted_by_date) as parameter_year
    from judged
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = judged.company_key
    where judged.criteria_version is not null
    union all by name
    select
        'sbti_company_validation' as mart,
        concat_ws('/', judged.company_key, judged.reading) as row_key,
        'sbti_target_validation' as parent_mart,
        {{ verdict_key }} as parent_row_key
    from judged
)

{{ as_trace('links') }}
