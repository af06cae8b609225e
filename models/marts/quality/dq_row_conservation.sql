with counted as (
    select
        dataset,
        source_release_key,
        landed_count,
        staged_count - refused_count as accepted_count,
        quarantined_count + refused_count as quarantined_count,
        record_count,
        used_count,
        superseded_count,
        excluded_count
    from {{ ref('int_quality__account') }}
    union all by name
    -- the energy items that a report's free text was cut into: taken in, or refused with a reason
    select
        'energy_items' as dataset,
        item.source_release_key,
        count(*) as landed_count,
        count(*) - count(item.refusal) as accepted_count,
        count(item.refusal) as quarantined_count,
        accepted_count as record_count,
        count(converted.tax_id) as used_count,
        0 as superseded_count,
        0 as excluded_count
    from {{ ref('int_disclosures__energy_item') }} as item
    left join {{ ref('int_disclosures__convert_item') }} as converted
        on converted.tax_id = item.tax_id
            and converted.year = item.year
            and converted.item_no = item.item_no
    group by item.source_release_key
)

select
    dataset,
    source_release_key,
    landed_count,
    accepted_count,
    quarantined_count,
    -- a repeated key refuses the whole file at the landing, so nothing is folded away here
    cast(0 as integer) as deduplicated_count,
    record_count,
    used_count,
    superseded_count,
    excluded_count,
    landed_count = accepted_count + quarantined_count as is_landing_conserved,
    record_count = used_count + superseded_count + excluded_count as is_model_conserved,
    is_landing_conserved and is_model_conserved as is_conserved
from counted
