-- the newest list; a company is known by its name alone
select
    printed.company_name,
    matched.tax_id,
    matched.match_code,
    printed.sbti_status_text,
    case
        when printed.sbti_status_text is null then 'none'
        else coalesce(wording.sbti_status, 'unknown')
    end as sbti_status,
    printed.re100 as is_re100,
    printed.ev100 as is_ev100,
    printed.sec_ep100 as is_sec_ep100,
    release.vintage_date as list_date,
    printed.source_release_key,
    printed.row_number
from {{ ref('stg_trade__initiative') }} as printed
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = printed.source_release_key
left join {{ ref('int_emissions__match_name') }} as matched
    on matched.dataset = 'initiatives' and matched.company_name = printed.company_name
left join {{ ref('rule_sbti_status_wording') }} as wording
    on wording.status_source_code = 'initiatives'
        and regexp_matches(printed.sbti_status_text, wording.pattern)
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify dense_rank() over (order by release.vintage_date desc, printed.source_release_key desc) = 1
    and row_number() over (
        partition by printed.source_release_key, printed.company_name
        order by wording.priority, printed.row_number
    ) = 1
