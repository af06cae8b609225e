-- a period has both its days, in order, within the year of its row; one that crosses the end of a
-- year is told how its quantity splits by days
with stated as (
    select
        *,
        year(period_start) as start_year,
        year(period_end) as end_year,
        period_end - period_start + 1 as day_count,
        make_date(start_year + 1, 1, 1) - period_start as first_day_count
    from {{ ref('int_inventory__read_activity') }}
    where period_start_text is not null or period_end_text is not null
)

select
    source_release_key,
    row_number,
    case
        when period_start_text is null then 'period_start'
        when period_start > period_end or period_end_text is null or start_year = year
            then 'period_end'
        else 'period_start'
    end as column_code,
    case
        when period_start_text is null
            then 'the first day of the period that ends ' || period_end_text
        when period_end_text is null
            then 'the last day of the period that begins ' || period_start_text
        when period_start > period_end
            then 'a day that is not before the first day, ' || period_start
        when end_year = start_year + 1
            then 'a period within ' || coalesce(year, start_year)
                || '; write two rows: ' || period_start || ' to ' || start_year || '-12-31 with '
                || first_day_count || ' of ' || day_count || ' days'
                || coalesce(
                    ' (' || round(stated_quantity * first_day_count / day_count, 3) || ')', ''
                )
                || ', and ' || end_year || '-01-01 to ' || period_end || ' with '
                || (day_count - first_day_count) || ' of ' || day_count || ' days'
                || coalesce(' (' || round(
                    stated_quantity - round(stated_quantity * first_day_count / day_count, 3), 3
                ) || ')', '')
        else 'a day of the year ' || year || ', which the row is for'
    end as expected_en
from stated
where
    period_start_text is null
    or period_end_text is null
    or period_start > period_end
    or start_year <> year
    or end_year <> year
