-- one row per row that is not used: what it says, which rule it breaks and why
with refused as (
    select dataset, source_release_key, row_number, rule_code, raw_row, reason
    from {{ ref('int_sources__landing_quarantine') }}
    union all
    select
        dataset, source_release_key, row_number, broken_rule,
        to_json({'control_no': control_no, 'year': year, 'county_name': county_name, 'direct': direct_reported, 'gases': gases_tco2e,
            'indirect': indirect_reported, 'total': total_reported})::varchar,
        case broken_rule
            when 'DQ10' then 'control number "' || coalesce(control_no, '') || '" is not eight letters and digits'
            when 'DQ13' then 'county "' || coalesce(county_name, '') || '" is in no list of counties'
            when 'DQ18' then 'scope 1 ' || round(scope1_tco2e, 3) || ' + indirect ' || round(coalesce(indirect_reported, 0), 3)
                || ' is not the total ' || round(total_reported, 3) || ' +- 0.02'
            else 'no year or no emissions'
        end
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is not null
)

select
    source_release_key || '#' || row_number || '#' || rule_code as quarantine_key,
    dataset,
    source_release_key,
    row_number,
    rule_code,
    any_value(raw_row)      as raw_row,
    string_agg(reason, '; ' order by reason) as reason
from refused
group by dataset, source_release_key, row_number, rule_code
