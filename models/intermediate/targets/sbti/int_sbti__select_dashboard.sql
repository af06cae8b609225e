-- Taiwanese companies of the newest dashboard, with the tax id where the ISIN leads to one
select
    'sbti:' || coalesce(dashboard.sbti_id, cast(dashboard.row_number as varchar)) as company_key,
    company.tax_id,
    dashboard.company_name,
    dashboard.sector,
    dashboard.near_term_status,
    dashboard.near_term_target_classification,
    cast(regexp_extract(dashboard.net_zero_year, '20[0-9][0-9]') as varchar) as net_zero_year_text,
    case
        when dashboard.target_text like '%streamlined%' then 'sme' when
            dashboard.target_text like 'Headline%'
            then 'financial'
        when dashboard.target_text is not null then 'standard'
    end as route_code,
    regexp_replace(dashboard.target_text, '\s+', ' ', 'g') as target_text,
    -- submitted before it was published; well below 2 C for scope 1 and 2 was accepted from submissions up to 2022-07-14 only
    case
        when regexp_matches(dashboard.near_term_target_classification, '^(Well-below )?2')
            then least(coalesce(dashboard.date_updated, release.vintage_date), date '2022-07-14')
        else coalesce(dashboard.date_updated, release.vintage_date)
    end as submitted_by_date,
    dashboard.date_updated as updated_date,
    -- a row without targets last changed on the day of its commitment: all whose commitment was removed are older than 24 months
    case
        when
            dashboard.near_term_status in ('Committed', 'Commitment removed')
            then dashboard.date_updated
    end as commitment_date,
    release.vintage_date as assessed_date,
    dashboard.source_release_key,
    dashboard.row_number
from {{ ref('stg_sbti__dashboard') }} as dashboard
inner join
    {{ ref('int_releases__release') }} as release
    on release.source_release_key = dashboard.source_release_key
left join {{ ref('int_emissions__company') }} as company
    on regexp_full_match(dashboard.isin, 'TW000[0-9]{7}')
        and company.stock_code = substr(dashboard.isin, 6, 4)
where dashboard.location like 'Taiwan%'
    and release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify dense_rank() over (order by release.vintage_date desc) = 1
