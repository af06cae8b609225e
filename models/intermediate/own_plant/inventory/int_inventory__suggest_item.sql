-- the five items whose names contain a name that leads nowhere, or look most like it: 煤 and coal
-- are in the names of many
with likeness as (
    select
        given.source_release_key,
        given.row_number,
        known.code,
        max(
            jaro_winkler_similarity({{ text_key('given.activity_item_text') }}, known.name_key)
            + contains(known.name_key, {{ text_key('given.activity_item_text') }})::integer
        ) as likeness_ratio
    from {{ ref('int_inventory__read_activity') }} as given
    cross join {{ ref('int_own__word') }} as known
    where given.activity_item_text is not null
        and given.activity_item_code is null
        and known.list_code = 'item'
    group by given.source_release_key, given.row_number, known.code
),

ranked as (
    select *
    from likeness
    where likeness_ratio > 0.7
    qualify row_number()
            over (partition by source_release_key, row_number order by likeness_ratio desc, code)
        <= 5
)

select
    source_release_key,
    row_number,
    string_agg(code, ', ' order by likeness_ratio desc, code) as suggestion
from ranked
group by source_release_key, row_number
