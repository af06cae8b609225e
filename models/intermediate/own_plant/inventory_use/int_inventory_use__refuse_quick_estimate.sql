-- an industry that no list knows, and a row that states nothing an estimate could rest on
with unknown as (
    select
        source_release_key,
        row_number,
        raw_text
    from {{ ref('int_own__cell') }}
    where dataset_code = 'quick_estimate' and column_code = 'industry' and word_code is null
),

nearest as (
    select
        unknown.source_release_key,
        unknown.row_number,
        max_by(
            known.label_text, jaro_winkler_similarity(lower(unknown.raw_text), known.name_text)
        ) as label_text
    from unknown
    inner join {{ ref('rule_threshold') }} as likeness
        on likeness.rule_key = 'own:suggestion_similarity'
    inner join {{ ref('int_inventory_use__industry_name') }} as known
        on jaro_winkler_similarity(lower(unknown.raw_text), known.name_text) >= likeness.value
    group by unknown.source_release_key, unknown.row_number
),

valid as (
    select string_agg(label_text, ', ' order by sort_order) as labels_text
    from (
        select
            sort_order,
            industry_code || ' (' || name_zh || ')' as label_text
        from {{ ref('ref_industry') }}
        where classification_code = 'energy_audit' and not is_aggregate
    ) as listed
)

select
    unknown.source_release_key,
    unknown.row_number,
    'industry' as column_code,
    'an industry: ' || valid.labels_text
    || coalesce('; did you mean ' || nearest.label_text || '?', '') as expected_en
from unknown
cross join valid
left join nearest
    on nearest.source_release_key = unknown.source_release_key
        and nearest.row_number = unknown.row_number
union all
-- a text that is no number counts as stated: it has its own message
select
    source_release_key,
    row_number,
    null,
    'all quantities are empty or next to 0; expected 0.001 or more in at least one of '
    || string_agg(column_code, ', ' order by sort_order)
from {{ ref('int_own__cell') }}
where dataset_code = 'quick_estimate' and kind_code = 'number'
group by source_release_key, row_number
having bool_and(coalesce(number_value between 0 and 0.000999999, raw_text is null))
