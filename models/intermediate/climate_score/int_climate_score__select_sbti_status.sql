-- standing of a company with the Science Based Targets initiative: its own dashboard where the company's ISIN is on it, else the observatory's column
with dashboard as (
    select
        company.tax_id,
        case
            when
                dashboard.near_term_status = 'Targets set'
                and dashboard.near_term_target_classification like '1.5%'
                then 'approved_1_5c'
            when dashboard.near_term_status = 'Targets set'
                and dashboard.near_term_target_classification like 'Well-below 2%'
                then 'approved_well_below_2c'
            when dashboard.near_term_status = 'Targets set' then 'approved_2c'
            when dashboard.near_term_status = 'Committed' then 'committed'
            when dashboard.near_term_status = 'Commitment removed' then 'commitment_removed'
            else 'none'
        end as sbti_status,
        dashboard.source_release_key,
        dashboard.row_number,
        release.vintage_date
    from {{ ref('stg_sbti__company') }} as dashboard
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = dashboard.source_release_key
    -- TW0001402006 is stock 1402 of Taiwan
    inner join {{ ref('int_emissions__company') }} as company
        on regexp_full_match(dashboard.isin, 'TW000[0-9]{7}')
            and company.stock_code = substr(dashboard.isin, 6, 4)
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number()
            over (
                partition by company.tax_id order by release.vintage_date desc, dashboard.row_number
            )
        = 1
),

sheet as (
    select
        tax_id,
        report_year,
        case
            when value_state <> 'value' then 'none'
            when value_text like '%1.5%' then 'approved_1_5c'
            when value_text like '遠低於2%' then 'approved_well_below_2c'
            when value_text like '承諾%' then 'committed'
            else 'unknown'
        end as sbti_status,
        source_release_key,
        row_number
    from {{ ref('int_disclosures__field') }}
    where field_code = 'sbti_status' and value_text is not null
)

select
    company.tax_id,
    company.report_year,
    coalesce(dashboard.sbti_status, sheet.sbti_status) as sbti_status,
    case
        when dashboard.tax_id is not null then 'sbti_dashboard' when
            sheet.tax_id is not null
            then 'observatory_sheet'
    end as status_source_code,
    case when dashboard.sbti_status <> sheet.sbti_status then sheet.sbti_status end
        as conflict_status,
    coalesce(dashboard.sbti_status, sheet.sbti_status) in (
        'approved_1_5c', 'approved_well_below_2c'
    ) as is_approved,
    coalesce(dashboard.source_release_key, sheet.source_release_key) as source_release_key
from {{ ref('int_disclosures__company') }} as company
left join dashboard on dashboard.tax_id = company.tax_id
left join sheet on sheet.tax_id = company.tax_id and sheet.report_year = company.report_year
