with declared as (
    select
        company_key,
        year,
        any_value(tax_id) as tax_id,
        max(company_name_zh) as company_name_zh,
        sum(coal_t) as published_t,
        -- a company that is found by its tax id and by its name is known by its tax id
        min_by(resolution_code, row_number) as resolution_code,
        any_value(source_release_key) as source_release_key,
        min(row_number) as row_number
    from {{ ref('int_emissions__identify_coal') }}
    group by company_key, year
)

select
    declared.company_key,
    declared.year,
    declared.tax_id,
    declared.company_name_zh,
    declared.published_t,
    declared.resolution_code,
    declared.source_release_key,
    declared.row_number,
    case
        when
            declared.published_t = 0
            and max(declared.published_t) over (partition by declared.company_key) > 0
            then 'not_filed'
        when
            declared.year < complete.value
            or declared.year = max(declared.year) over (partition by declared.source_release_key)
            then 'partial_year'
        else 'filed'
    end as filing_state
from declared
left join {{ ref('rule_threshold') }} as complete
    on complete.rule_key = 'coal_company:first_complete_year'
