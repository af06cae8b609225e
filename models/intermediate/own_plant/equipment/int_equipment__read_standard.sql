-- the standards that a site holds, and what the list of its cell holds beside them; spelt without
-- year of edition, blanks, dots and hyphens, and what is no standard gets the nearest one
with named as (
    select
        source_release_key,
        row_number,
        trim(unnest(string_split_regex(raw_text, '[;,；，、\n]'))) as standard_text
    from {{ ref('int_own__cell') }}
    where dataset_code = 'storage_site' and column_code = 'standards' and raw_text is not null
),

spelt as (
    select
        *,
        regexp_replace(
            regexp_replace(upper(standard_text), '\s*[:：(（]\s*(19|20)[0-9]{2}\s*[)）]?$', ''),
            '[\s._-]', '', 'g'
        ) as spelling_key
    from named
    where standard_text <> '' and lower(standard_text) not in ('none', 'no', '無')
),

matched as (
    select
        spelt.source_release_key,
        spelt.row_number,
        spelt.standard_text,
        any_value(rule.standard_code)
        filter (where rule.spelling_key = spelt.spelling_key) as standard_code,
        arg_max(
            rule.standard_name, jaro_winkler_similarity(rule.spelling_key, spelt.spelling_key)
        ) filter (
            where jaro_winkler_similarity(rule.spelling_key, spelt.spelling_key) >= likeness.value
        ) as nearest_name
    from spelt
    cross join {{ ref('rule_storage_standard') }} as rule
    inner join {{ ref('rule_threshold') }} as likeness
        on likeness.rule_key = 'own:suggestion_similarity'
    group by spelt.source_release_key, spelt.row_number, spelt.standard_text
)

select
    source_release_key,
    row_number,
    string_agg(distinct standard_code, ' ' order by standard_code) as held_standards,
    string_agg(
        '"' || left(standard_text, 200) || '" is not one of them'
        || coalesce(', did you mean ' || nearest_name || '?', ''), ' ' order by standard_text
    ) filter (where standard_code is null) as unknown_en
from matched
group by source_release_key, row_number
