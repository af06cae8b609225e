-- why two figures differ is read from the words on the boundary, by the first rule that fits
with explained as (
    select
        compared.*,
        rule.explanation_code
    from {{ ref('int_disclosures__compare_exchange') }} as compared
    left join {{ ref('rule_exchange_difference') }} as rule
        on rule.compared_with_code = compared.compared_with_code
            and rule.difference_code = compared.difference_code
            and regexp_matches(coalesce(compared.boundary_text, ''), rule.boundary_pattern)
    qualify row_number() over (
            partition by
                compared.stock_code, compared.report_year, compared.market_code,
                compared.measure, compared.compared_with_code
            order by rule.priority
        ) = 1
),

sheet as (
    select
        stated.tax_id,
        stated.year,
        stated.source_release_key,
        unnest(['scope1', 'scope2']) as scope_code,
        unnest([stated.scope1_tco2e, stated.scope2_tco2e]) as sheet_tco2e,
        unnest([plants.scope1_tco2e, plants.scope2_tco2e]) as plants_tco2e
    from (
        select said.*
        from {{ ref('stg_observatory__ghg_revenue') }} as said
        inner join {{ ref('int_releases__release') }} as release
            on release.source_release_key = said.source_release_key
        where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
        qualify row_number() over (
                partition by said.tax_id, said.year
                order by release.vintage_date desc, said.row_number
            ) = 1
    ) as stated
    inner join {{ ref('int_emissions__company_year') }} as plants
        on plants.tax_id = stated.tax_id and plants.year = stated.year
)

select
    'twse_esg_ghg' as dataset,
    source_release_key,
    'exchange_and_' || compared_with_code as check_code,
    'twse_esg_ghg' as table_ref,
    concat_ws('|', stock_code, report_year, market_code, measure) as cell_ref,
    stated_value as reported_value,
    half_unit,
    unit_code,
    compared_value as recomputed_value,
    input_tolerance,
    case compared_with_code
        when 'registry' then 'plants of ' || tax_id || ' in the registry'
        when 'report' then 'field of the report of ' || tax_id
        else '(scope 1 + scope 2) / revenue of the income statement'
    end as formula,
    case
        when difference_code = 'power_of_ten'
            then compared_value * pow(10, round(log10(ratio)))
        else with_scope3_value
    end as alternative_value,
    half_unit + case
        when difference_code = 'power_of_ten' then 0.5 * pow(10, round(log10(ratio)))
        else input_tolerance
    end as alternative_tolerance,
    explanation_code
from explained

union all by name
-- the sheet of emissions and revenue says that it is from reports; its scopes are the registry's
select
    'ghg_revenue' as dataset,
    source_release_key,
    'ghg_sheet_and_registry' as check_code,
    'ghg_revenue' as table_ref,
    concat_ws('|', tax_id, year, scope_code) as cell_ref,
    sheet_tco2e as reported_value,
    0.5 as half_unit,
    'tco2e' as unit_code,
    plants_tco2e as recomputed_value,
    0.5 as input_tolerance,
    'plants of ' || tax_id || ' in the registry' as formula
from sheet
where sheet_tco2e is not null and plants_tco2e is not null
