-- the three items whose names look most like a name that leads nowhere
with likeness as (
    select
        given.source_release_key, given.row_number, known.code,
        max(jaro_winkler_similarity({{ text_key('given.activity_item') }}, known.name_key)) as likeness_ratio
    from {{ ref('int_inventory__read_activity') }} as given
    cross join {{ ref('int_inventory__name') }} as known
    where given.activity_item is not null and given.activity_item_code is null and known.list_code = 'item'
    group by given.source_release_key, given.row_number, known.code
),

ranked as (
    select *
    from likeness
    qualify row_number() over (partition by source_release_key, row_number order by likeness_ratio desc, code) <= 3
)

select source_release_key, row_number, string_agg(code, ', ' order by likeness_ratio desc, code) as suggestion
from ranked
group by source_release_key, row_number
