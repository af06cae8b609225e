-- Companies whose English name begins one on the dashboard of the SBTi, where all words that follow
-- are of a kind, and whether the Chinese name has them.
with words as (
    select
        listed.source_release_key,
        listed.row_number,
        known.tax_id,
        known.name_zh,
        {{ english_name_key('listed.company_name') }} as listed_key,
        {{ english_name_key('known.name_en') }} as known_key,
        unnest(string_split(substr(listed_key, length(known_key) + 2), ' ')) as word
    from {{ ref('stg_sbti__company') }} as listed
    cross join {{ ref('int_emissions__company') }} as known
    where listed.location like 'Taiwan%'
        and known_key <> ''
        and starts_with(listed_key, known_key || ' ')
)

select
    words.source_release_key,
    words.row_number,
    words.tax_id,
    bool_and(regexp_matches(words.name_zh, coalesce(generic.name_zh_pattern, ''))) as is_confirmed
from words
left join {{ ref('ref_company_name_word') }} as generic on generic.word_en = words.word
group by words.source_release_key, words.row_number, words.tax_id, words.known_key
having count(*) = count(generic.word_en)
-- of two names that begin it the longer one
qualify length(words.known_key)
    = max(length(words.known_key)) over (partition by words.source_release_key, words.row_number)
