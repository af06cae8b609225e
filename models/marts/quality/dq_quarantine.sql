-- one row per row that is not used: what it says, which rule it breaks and why
with refused as (
    select
        dataset,
        source_release_key,
        row_number,
        rule_code,
        raw_row,
        reason
    from {{ ref('int_quality__quarantine') }}
    union all
    select
        dataset_code,
        source_release_key,
        row_number,
        'DQ32',
        raw_row,
        file_name || ', row ' || row_number || ': ' || refusal
    from {{ ref('int_own__refuse') }}
    union all
    select
        dataset,
        source_release_key,
        row_number,
        failed_rule,
        to_json({
            'control_no': control_no,
            'year': year,
            'county_name': county_name,
            'direct': direct_reported,
            'gases': gases_tco2e,
            'indirect': indirect_reported, 'total': total_reported
        })::varchar,
        case failed_rule
            when
                'DQ10'
                then 'control number "'
                    || coalesce(control_no, '')
                    || '" is not eight letters and digits'
            when
                'DQ13'
                then 'county "' || coalesce(county_name, '') || '" is in no list of counties'
            when 'DQ18'
                then 'scope 1 '
                    || round(scope1_tco2e, 3)
                    || ' + indirect '
                    || round(coalesce(indirect_reported, 0), 3)
                    || ' is not the total ' || round(total_reported, 3) || ' +- 0.02'
            when
                'DQ21'
                then 'total '
                    || round(total_reported, 3)
                    || ' lies a power of ten (100 or more) from the years before and after'
            else 'no year or no emissions'
        end
    from {{ ref('int_emissions__unite_releases') }}
    where failed_rule is not null
    union all
    -- energy items of one cell: what cannot be read keeps its text
    select
        'energy_items',
        source_release_key,
        row_number,
        rule_code,
        string_agg(item_text, '; ' order by item_no::integer),
        string_agg(refusal, '; ' order by item_no::integer)
    from {{ ref('int_disclosures__energy_item') }}
    where refusal is not null
    group by source_release_key, row_number, rule_code
)

select
    refused.source_release_key
    || '#'
    || refused.row_number
    || '#'
    || refused.rule_code as quarantine_key,
    refused.dataset,
    refused.source_release_key,
    refused.row_number,
    refused.rule_code,
    any_value(refused.raw_row) as raw_row,
    string_agg(refused.reason, '; ' order by refused.reason) as reason,
    any_value(release.vintage_date) as opened_at,
    any_value(decision.decision_code) as decision,
    any_value(decision.decided_on) as decided_on,
    any_value(decision.reason) as decision_reason
from refused
inner join
    {{ ref('int_releases__release') }} as release
    on release.source_release_key = refused.source_release_key
left join {{ ref('cor_quarantine_decision') }} as decision
    on decision.source_release_key = refused.source_release_key
        and decision.row_number = refused.row_number
        and decision.rule_code = refused.rule_code
group by refused.dataset, refused.source_release_key, refused.row_number, refused.rule_code
