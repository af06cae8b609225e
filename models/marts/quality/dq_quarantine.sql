with refused as (
    select * from {{ ref('int_quality__quarantine') }}
    union all by name
    select
        dataset_code as dataset,
        source_release_key,
        row_number,
        'DQ32' as rule_code,
        raw_row,
        place_text || ': ' || refusal as reason
    from {{ ref('int_own__refuse') }}
    union all by name
    select * from {{ ref('int_emissions__refuse_row') }}
    union all by name
    -- energy items of one cell: what cannot be read keeps its text
    select
        'energy_items' as dataset,
        source_release_key,
        row_number,
        rule_code,
        string_agg(item_text, '; ' order by item_no::integer) as raw_row,
        string_agg(refusal, '; ' order by item_no::integer) as reason
    from {{ ref('int_disclosures__energy_item') }}
    where refusal is not null
    group by source_release_key, row_number, rule_code
)

select
    refused.source_release_key || '#' || refused.row_number || '#' || refused.rule_code
        as quarantine_key,
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
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = refused.source_release_key
        and release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
left join {{ ref('cor_quarantine_decision') }} as decision
    on decision.source_release_key = refused.source_release_key
        and decision.row_number = refused.row_number
        and decision.rule_code = refused.rule_code
group by refused.dataset, refused.source_release_key, refused.row_number, refused.rule_code
