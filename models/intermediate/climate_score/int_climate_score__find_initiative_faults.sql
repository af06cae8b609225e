-- the list of the trade administration beside the standing that indicator 2 rests on; both are kept
select
    'initiatives' as dataset,
    'RD04' as rule_code,
    member.tax_id as entity_key,
    used.report_year as period,
    'sbti_status' as column_name,
    member.sbti_status as raw_value,
    coalesce(used.sbti_status, 'none') as suggested_value,
    'warning' as severity,
    'the list of ' || member.list_date || ' says ' || member.sbti_status || ' of '
    || member.company_names || ', ' || coalesce(
        case used.status_source_code
            when 'sbti_dashboard' then 'the dashboard of the SBTi of '
            else 'the sheet of the observatory of '
        end || release.vintage_date || ' says ' || used.sbti_status
        || '; the latter is used',
        'no other list names it; indicator 2 does not rest on it'
    ) as explanation,
    member.source_release_key
from {{ ref('int_emissions__company_initiative') }} as member
inner join {{ ref('int_climate_score__select_sbti_status') }} as used
    on used.tax_id = member.tax_id
left join {{ ref('int_releases__release') }} as release
    on release.source_release_key = used.source_release_key
where member.sbti_status <> coalesce(used.sbti_status, 'none')
qualify used.report_year = max(used.report_year) over (partition by used.tax_id)
