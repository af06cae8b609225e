with broken as (
    select
        source_release_key,
        count(distinct row_number) as broken_count
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is not null
    group by source_release_key
    union all
    -- the examples share a release, each of their files counts its own rows
    select
        source_release_key,
        count(*)
    from {{ ref('int_own__refuse') }}
    group by source_release_key
)

select
    landed.dataset,
    landed.source_release_key,
    cast(landed.landed_count as bigint) as landed_count,
    cast(landed.staged_count - coalesce(broken.broken_count, 0) as bigint) as accepted_count,
    cast(landed.quarantined_count + coalesce(broken.broken_count, 0) as bigint)
        as quarantined_count,
    -- a repeated key refuses the whole file at the landing, so nothing is folded away here
    cast(0 as integer) as deduplicated_count,
    landed.landed_count = landed.staged_count + landed.quarantined_count as is_conserved
from {{ ref('int_quality__account') }} as landed
left join broken on broken.source_release_key = landed.source_release_key
union all
-- the energy items that a report's free text was cut into: taken in, or refused with a reason
select
    'energy_items',
    item.source_release_key,
    count(*),
    count(converted.tax_id),
    count(item.refusal),
    0,
    count(*) = count(converted.tax_id) + count(item.refusal)
from {{ ref('int_disclosures__energy_item') }} as item
left join {{ ref('int_disclosures__convert_item') }} as converted
    on converted.tax_id = item.tax_id
        and converted.year = item.year
        and converted.item_no = item.item_no
group by item.source_release_key
