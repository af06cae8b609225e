-- the activity data that nothing is wrong with: all that an inventory counts
with accepted as (
    select
        * exclude (
            activity_item_text, period_start_text, period_end_text, equipment_text, own_factor_text
        ),
        try_cast(year || '-01-01' as date) as first_day,
        try_cast(year || '-12-31' as date) as last_day
    from {{ ref('int_inventory__read_activity') }} as read
    where
        not exists (
            select 1
            from {{ ref('int_own__refuse') }} as refused
            where
                refused.dataset_code = 'activity_data'
                and refused.source_release_key = read.source_release_key
                and refused.row_number = read.row_number
        )
)

select
    * exclude (first_day, last_day),
    -- days of the year that the bills of a source leave out; rows without a period are the year
    cast((last_day - first_day + 1) - sum(
        coalesce(period_end, last_day) - coalesce(period_start, first_day) + 1
    ) over (
        partition by
            source_kind_code, organisation_id, facility_id, year, category_code, source_text,
            activity_item_code, equipment_code
    ) as integer) as missing_day_count
from accepted
