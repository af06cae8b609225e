with company as (
    select
        'sbti:' || coalesce(dashboard.sbti_id, cast(dashboard.row_number as varchar))
            as company_key,
        identity.tax_id,
        dashboard.company_name,
        dashboard.sector,
        {{ status_code('dashboard.near_term_status') }} as sbti_status,
        dashboard.near_term_target_classification,
        regexp_extract(dashboard.net_zero_year, '20[0-9][0-9]') as net_zero_year_text,
        regexp_replace(dashboard.target_text, '\s+', ' ', 'g') as target_text,
        dashboard.date_updated as updated_date,
        release.vintage_date as assessed_date,
        dashboard.source_release_key,
        dashboard.row_number
    from {{ ref('stg_sbti__dashboard') }} as dashboard
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = dashboard.source_release_key
    left join {{ ref('int_emissions__match_dashboard') }} as identity
        on identity.source_release_key = dashboard.source_release_key
            and identity.row_number = dashboard.row_number
    where dashboard.location like 'Taiwan%'
        and release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify dense_rank() over (order by release.vintage_date desc) = 1
),

worded as (
    select
        company.company_key,
        arg_min(wording.code, wording.priority) filter (where wording.list_code = 'route')
            as route_code,
        coalesce(bool_or(wording.code = 'power'), false) as is_power_sector,
        coalesce(bool_or(wording.code in ('power', 'energy')), false) as is_energy_sector
    from company
    inner join {{ ref('rule_sbti_wording') }} as wording
        on (
            wording.list_code = 'route'
            and regexp_matches(company.target_text, wording.pattern)
        )
        or (wording.list_code = 'sector' and regexp_matches(company.sector, wording.pattern))
    group by company.company_key
)

select
    company.*,
    worded.route_code,
    -- a company whose sector is not named may be one
    case when company.sector is not null then coalesce(worded.is_power_sector, false) end
        as is_power_sector,
    case when company.sector is not null then coalesce(worded.is_energy_sector, false) end
        as is_energy_sector,
    class.class_text,
    -- submitted before it was published, and while its class was accepted
    least(coalesce(company.updated_date, company.assessed_date), class.submitted_by_date)
        as submitted_by_date,
    -- a row without targets last changed on the day of its commitment: all whose commitment was
    -- removed are older than 24 months
    case
        when company.sbti_status in ('committed', 'commitment_removed') then company.updated_date
    end as commitment_date
from company
left join worded on worded.company_key = company.company_key
left join {{ ref('rule_sbti_class') }} as class
    on regexp_matches(company.near_term_target_classification, class.pattern)
