-- rows of the dashboard of the SBTi that may be companies of Taiwan, each with the surest answer
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
        'TW000' || stock_code as isin_start,
        {{ company_name_key('name_zh') }} as name_key_zh,
        nullif({{ english_name_key('name_en') }}, '') as name_key
    from {{ ref('int_emissions__company') }}
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
    inner join {{ ref('int_emissions__name_beginning') }} as beginnings
        on beginnings.source_release_key = listed.source_release_key
            and beginnings.row_number = listed.row_number
),

surest as (
    select
        source_release_key,
        row_number,
        preference,
        any_value(match_code) as surest_code,
        list_sort(list(distinct tax_id)) as tax_ids
    from answers
    group by source_release_key, row_number, preference
    qualify preference = min(preference) over (partition by source_release_key, row_number)
)

select
    listed.source_release_key,
    listed.row_number,
    listed.company_name,
    listed.isin,
    listed.lei,
    case
        when len(surest.tax_ids) > 1 then 'ambiguous'
        -- two rows of one vintage for one company: the surer one is it
        when surest.tax_ids is not null and row_number() over same_company > 1 then 'second_row'
        else coalesce(surest.surest_code, 'unresolved')
    end as match_code,
    case
        when match_code not in ('ambiguous', 'second_row', 'name_contradicted')
            then surest.tax_ids[1]
    end as tax_id,
    array_to_string(surest.tax_ids, ' ') as candidate_tax_ids
from listed
left join surest
    on surest.source_release_key = listed.source_release_key
        and surest.row_number = listed.row_number
window same_company as (
    partition by listed.source_release_key, surest.tax_ids, surest.preference = 6
    order by surest.preference, listed.row_number
)
