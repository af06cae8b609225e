select
    published.dataset,
    published.source_release_key,
    published.row_number,
    published.failed_rule as rule_code,
    to_json({
        'control_no': published.control_no,
        'year': published.year,
        'county_name': published.county_name,
        'direct': published.direct_reported,
        'gases': published.gases_tco2e,
        'indirect': published.indirect_reported,
        'total': published.total_reported
    })::varchar as raw_row,
    case published.failed_rule
        when 'DQ10'
            then 'control number "' || coalesce(published.control_no, '')
                || '" is not eight letters and digits'
        when 'DQ13'
            then 'county "' || coalesce(published.county_name, '')
                || '" is in no list of counties'
        when 'DQ18'
            then 'scope 1 ' || round(published.scope1_tco2e, 3) || ' + indirect '
                || round(coalesce(published.indirect_reported, 0), 3) || ' is not the total '
                || round(published.total_reported, 3) || ' +- ' || rule.dq18_tolerance_tco2e
        when 'DQ21'
            then 'total ' || round(published.total_reported, 3)
                || ' lies a power of ten (' || pow(10, rule.dq21_min_power)::integer
                || ' or more) from the years before and after'
        else 'no year or no emissions'
    end as reason
from {{ ref('int_emissions__unite_releases') }} as published
left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = published.year
where published.failed_rule is not null
union all
-- a total, or what is left of one: it has no year of a company
select
    'coal_company' as dataset,
    source_release_key,
    row_number,
    'DQ19' as rule_code,
    to_json({
        'year': year,
        'coal_t': coal_t
    })::varchar as raw_row,
    'neither a tax id nor a name stands beside ' || coalesce(coal_t || ' t', 'nothing')
    || ' of ' || year || ': a total or what is left of one, not a company' as reason
from {{ ref('stg_observatory__coal_company') }}
where tax_id is null and company_name is null
