with published as (
    select * from {{ ref('int_quality__list_values') }}
    where vintage_date <= cast('{{ var("as_of_date") }}' as date)
),

releases as (
    select
        series_key,
        source_release_key,
        lag(source_release_key)
            over (partition by series_key order by vintage_date, source_release_key)
            as old_release_key
    from (
        select distinct
            series_key,
            source_release_key,
            vintage_date
        from published
    ) as listed
),

periods as (
    select distinct
        series_key,
        source_release_key,
        period
    from published
),

-- periods that both vintages cover: a new year is not a revision
pairs as (
    select
        releases.series_key,
        releases.old_release_key,
        releases.source_release_key as new_release_key,
        new_periods.period
    from releases
    inner join periods as new_periods
        on new_periods.source_release_key = releases.source_release_key
    inner join periods as old_periods
        on old_periods.source_release_key = releases.old_release_key
            and old_periods.period is not distinct from new_periods.period
),

{% for side in ['old', 'new'] -%}
    {{ side }}_values as (
        select
            pairs.old_release_key,
            pairs.new_release_key,
            published.*
        from published
        inner join pairs
            on pairs.{{ side }}_release_key = published.source_release_key
                and pairs.period is not distinct from published.period
    ),

{% endfor -%}
compared as (
    select
        coalesce(old_values.dataset, new_values.dataset) as dataset,
        coalesce(old_values.entity_key, new_values.entity_key) as entity_key,
        coalesce(old_values.period, new_values.period) as period,
        coalesce(old_values.measure, new_values.measure) as measure,
        old_values.value_text as old_text,
        new_values.value_text as new_text,
        coalesce(old_values.old_release_key, new_values.old_release_key) as old_release_key,
        coalesce(old_values.new_release_key, new_values.new_release_key) as new_release_key
    from old_values
    full join new_values
        on new_values.old_release_key = old_values.old_release_key
            and new_values.new_release_key = old_values.new_release_key
            and new_values.entity_key = old_values.entity_key
            and new_values.measure = old_values.measure
            and new_values.period is not distinct from old_values.period
    where old_values.value_text is distinct from new_values.value_text
),

numbered as (
    select
        *,
        -- codes are text even where they look like numbers
        case when regexp_matches(measure, '_(tco2e|t|kt)$') then try_cast(old_text as double) end
            as old_value,
        case when regexp_matches(measure, '_(tco2e|t|kt)$') then try_cast(new_text as double) end
            as new_value
    from compared
)

select
    dataset,
    entity_key,
    period,
    measure,
    case
        when old_text is null then 'appeared' when new_text is null then 'vanished' else 'restated'
    end as change_kind,
    old_text,
    new_text,
    old_value,
    new_value,
    new_value / nullif(old_value, 0) - 1 as change_ratio,
    old_release_key,
    new_release_key
from numbered
