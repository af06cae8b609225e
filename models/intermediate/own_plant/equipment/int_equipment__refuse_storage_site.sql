-- storage sites, typed, and all that is wrong with a row; nothing after this reads a refused one
with given as (
    select
        *, regexp_replace(lower(place), '[\s_-]', '', 'g') as place_word, regexp_replace(lower(battery_type), '[\s_-]', '', 'g') as battery_word
    from {{ ref('stg_own_plant__storage_site') }}
),

named as (
    select
        source_release_key, row_number, trim(unnest(string_split_regex(standards, '[;,；，、\n]'))) as standard_text
    from given
    where standards is not null
),

-- the spelling without blanks, dots and hyphens; what is no standard gets the nearest one
matched as (
    select
        named.source_release_key, named.row_number, named.standard_text,
        any_value(spelling.standard_code) filter (
            where spelling.spelling_key = regexp_replace(upper(named.standard_text), '[\s._-]', '', 'g')
        ) as standard_code,
        arg_max(spelling.standard_name, jaro_winkler_similarity(
            spelling.spelling_key, regexp_replace(upper(named.standard_text), '[\s._-]', '', 'g')
        )) as nearest_name
    from named
    cross join {{ ref('rule_storage_standard') }} as spelling
    where named.standard_text <> '' and lower(named.standard_text) not in ('none', 'no', '無')
    group by named.source_release_key, named.row_number, named.standard_text
),

held as (
    select
        source_release_key, row_number, string_agg(distinct standard_code, ' ' order by standard_code) as held_standards,
        string_agg('"' || standard_text || '" is not one of them, did you mean ' || nearest_name || '?', ' ' order by standard_text)
            filter (where standard_code is null) as unknown_text
    from matched
    group by source_release_key, row_number
),

typed as (
    select
        given.*, held.held_standards, held.unknown_text,
        case
            when regexp_full_match(given.place_word, 'newyorkstate|nys|美國紐約州|紐約州') then 'new_york_state'
            when regexp_full_match(given.place_word, 'newyorkcity|nyc|美國紐約市|紐約市') then 'new_york_city'
            when regexp_full_match(given.place_word, 'japan|日本') then 'japan'
        end as place_code,
        {{ number_from_text('given.capacity_kwh') }} as capacity_number,
        case
            when regexp_full_match(given.battery_word, 'lithium|lithiumion|liion|鋰|鋰系|鋰電池|鋰離子|鋰離子電池') then 'lithium'
            when regexp_full_match(given.battery_word, 'other|nonlithium|leadacid|其他|非鋰|鉛酸|鉛酸電池') then 'other'
        end as battery_type_code,
        {{ number_from_text('given.technology_count') }} as technology_number
    from given
    left join held on held.source_release_key = given.source_release_key and held.row_number = given.row_number
),

judged as (
    select
        *,
        {{ problems([
            ['site_id is null', wrong_cell('typed', 'site_id', "'a code for the site'")],
            ['place_code is null', wrong_cell('typed', 'place', "'new_york_state 紐約州, new_york_city 紐約市 or japan 日本'")],
            ['coalesce(capacity_number, 0) <= 0 or capacity_number > 10000000',
                wrong_cell('typed', 'capacity_kwh', "'a number of kWh above 0, at most 10,000,000'")],
            ["battery_type_code is null and (battery_type is not null or coalesce(place_code, 'japan') = 'japan')",
                wrong_cell('typed', 'battery_type', "'lithium 鋰 or other 其他'")],
            ["(technology_count is not null or place_code = 'new_york_state')
                and not coalesce(technology_number between 1 and 100 and technology_number = floor(technology_number), false)",
                wrong_cell('typed', 'technology_count', "'a whole number of battery technologies in a room, 1 or more'")],
            ['unknown_text is not null',
                wrong_cell('typed', 'standards', "'standards that the rules know, separated by ; or ,: ' || unknown_text")]
        ]) }} as problem
    from typed
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    site_id, place_code, capacity_number as capacity_kwh, battery_type_code, cast(technology_number as integer) as technology_count,
    held_standards, note,
    coalesce(problem, {{ repeated('problem', 'site_id', 'site_id') }}) as refusal
from judged
