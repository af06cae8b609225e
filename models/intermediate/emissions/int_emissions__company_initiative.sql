-- two names of one company are one member; the status named first in the wordings is the firmer one
select
    entry.tax_id,
    coalesce(
        arg_min(entry.sbti_status, wording.priority), any_value(entry.sbti_status)
    ) as sbti_status,
    bool_or(entry.is_re100) as is_re100,
    bool_or(entry.is_ev100) as is_ev100,
    bool_or(entry.is_sec_ep100) as is_sec_ep100,
    max(entry.list_date) as list_date,
    cast(count(*) as integer) as name_count,
    string_agg(entry.company_name, ', ' order by entry.row_number) as company_names,
    min(entry.source_release_key) as source_release_key
from {{ ref('int_emissions__initiative') }} as entry
left join {{ ref('rule_sbti_status_wording') }} as wording
    on wording.status_source_code = 'initiatives'
        and wording.sbti_status = entry.sbti_status
where entry.tax_id is not null
group by entry.tax_id
