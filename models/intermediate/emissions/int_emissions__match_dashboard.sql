-- Rows of the dashboard of the SBTi that may be companies of Taiwan, each with the surest answer: a
-- security of Taiwan, a known identifier, the legal entity of such a row, the same name, or a name
-- that begins with the English one and whose other words the Chinese one confirms.
with listed as (
    select
        source_release_key,
        row_number,
        company_name,
        lei,
        -- "TW 0002610003" and "not available" occur
        regexp_replace(upper(isin), '[^A-Z0-9]', '', 'g') as isin,
        coalesce(location like 'Taiwan%', false) as is_of_taiwan,
        {{ english_name_key('company_name') }} as name_key,
        {{ company_name_key('company_name') }} as name_key_zh
    from {{ ref('stg_sbti__company') }}
    where is_of_taiwan
        or isin like 'TW%'
        or isin in (select known.identifier from {{ ref('ref_company_identifier') }} as known)
),

known as (
    select
        tax_id,
        name_zh,
        'TW000' || stock_code as isin_start,
        {{ company_name_key('name_zh') }} as name_key_zh,
        nullif({{ english_name_key('name_en') }}, '') as name_key
    from {{ ref('int_emissions__company') }}
),

words as (
    select
        listed.source_release_key,
        listed.row_number,
        known.tax_id,
        known.name_zh,
        length(known.name_key) as key_length,
        unnest(string_split(substr(listed.name_key, length(known.name_key) + 2), ' ')) as word
    from listed
    inner join known on starts_with(listed.name_key, known.name_key || ' ')
    where listed.is_of_taiwan
),

beginnings as (
    select
        words.source_release_key,
        words.row_number,
        words.tax_id,
        bool_and(regexp_matches(words.name_zh, coalesce(generic.name_zh_pattern, '')))
            as is_confirmed
    from words
    left join {{ ref('ref_company_name_word') }} as generic on generic.word_en = words.word
    group by words.source_release_key, words.row_number, words.tax_id, words.key_length
    having count(*) = count(generic.word_en)
    -- of two names that begin it the longer one
    qualify words.key_length
        = max(words.key_length) over (partition by words.source_release_key, words.row_number)
),

identified as (
    select
        listed.*,
        known.tax_id,
        'same_isin' as match_code,
        1 as preference
    from listed
    inner join known on known.isin_start = left(listed.isin, 9) and length(listed.isin) = 12
    union all by name
    select
        listed.*,
        identifier.tax_id,
        'known_identifier' as match_code,
        2 as preference
    from listed
    inner join {{ ref('ref_company_identifier') }} as identifier
        on identifier.identifier = case identifier.scheme_code
                when 'isin' then listed.isin
                when 'lei' then listed.lei
                else listed.company_name
            end
),

answers as (
    select * from identified
    union all by name
    -- what one vintage says of a legal entity holds for the other
    select distinct
        listed.*,
        identified.tax_id,
        'same_lei' as match_code,
        3 as preference
    from listed
    inner join identified on identified.lei = listed.lei
    union all by name
    select distinct
        listed.*,
        known.tax_id,
        'same_name' as match_code,
        4 as preference
    from listed
    inner join known on known.name_key = listed.name_key or known.name_key_zh = listed.name_key_zh
    where listed.is_of_taiwan
    union all by name
    select
        listed.*,
        beginnings.tax_id,
        case when beginnings.is_confirmed then 'name_begins' else 'name_contradicted' end
            as match_code,
        case when beginnings.is_confirmed then 5 else 6 end as preference
    from listed
    inner join beginnings
        on beginnings.source_release_key = listed.source_release_key
            and beginnings.row_number = listed.row_number
    union all by name
    select
        listed.*,
        'unresolved' as match_code,
        7 as preference
    from listed
),

surest as (
    select
        source_release_key,
        row_number,
        any_value(company_name) as company_name,
        any_value(isin) as isin,
        any_value(lei) as lei,
        min(preference) as preference,
        arg_min(match_code, preference) as surest_code,
        list_sort(list(distinct tax_id) filter (where is_surest and tax_id is not null))
            as tax_ids
    from (
        select
            *,
            preference = min(preference) over (partition by source_release_key, row_number)
                as is_surest
        from answers
    ) as ranked
    group by source_release_key, row_number
)

select
    source_release_key,
    row_number,
    company_name,
    isin,
    lei,
    case
        when len(tax_ids) > 1 then 'ambiguous'
        -- two rows of one vintage for one company: the surer one is it
        when row_number() over same_company > 1 and tax_ids is not null then 'second_row'
        else surest_code
    end as match_code,
    case
        when match_code not in ('ambiguous', 'second_row', 'name_contradicted') then tax_ids[1]
    end as tax_id,
    array_to_string(tax_ids, ' ') as candidate_tax_ids
from surest
window same_company as (
    partition by source_release_key, tax_ids, surest_code = 'name_contradicted'
    order by preference, row_number
)
