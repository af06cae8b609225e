-- of good rows of one source, a later one whose days an earlier one has already; a row without a
-- period is the whole year
with good as (
    select
        read.*,
        coalesce(read.period_start, try_cast(read.year || '-01-01' as date)) as first_day,
        coalesce(read.period_end, try_cast(read.year || '-12-31' as date)) as last_day,
        case
            when read.period_start is null then 'the whole year ' || read.year
            else 'the period ' || read.period_start || ' to ' || read.period_end
        end as period_en
    from {{ ref('int_inventory__read_activity') }} as read
    left join {{ ref('int_own__problem') }} as wrong
        on wrong.dataset_code = 'activity_data'
            and wrong.source_release_key = read.source_release_key
            and wrong.row_number = read.row_number
    left join {{ ref('int_own__refuse_repeat') }} as repeated
        on repeated.dataset_code = 'activity_data'
            and repeated.source_release_key = read.source_release_key
            and repeated.row_number = read.row_number
    where wrong.problem is null and repeated.problem is null
)

select
    later.source_release_key,
    later.row_number,
    later.period_en || ' overlaps ' || earlier.period_en || ' of the same source in row '
    || earlier.row_number || ' of ' || earlier.file_name
    || '; expected periods that have no day in common' as problem
from good as later
inner join good as earlier
    on earlier.source_kind_code = later.source_kind_code
        and earlier.organisation_id = later.organisation_id
        and earlier.facility_id = later.facility_id
        and earlier.year = later.year
        and earlier.category_code = later.category_code
        and earlier.source_text = later.source_text
        and earlier.activity_item_code = later.activity_item_code
        and earlier.equipment_code is not distinct from later.equipment_code
        and (earlier.source_release_key, earlier.row_number)
        < (later.source_release_key, later.row_number)
        and earlier.first_day <= later.last_day
        and later.first_day <= earlier.last_day
qualify row_number() over (
        partition by later.source_release_key, later.row_number
        order by earlier.source_release_key, earlier.row_number
    ) = 1
