{%- set heading = "'Long-[Tt]erm [Tt]argets?'" %}
{%- set commits = "'\\b[Cc]ommits? (to|that) '" %}
with sections as (
    select
        company_key,
        'near_term' as section_code,
        string_split_regex(string_split_regex(target_text, {{ heading }})[1], {{ commits }})
            as clauses
    from {{ ref('int_sbti__select_dashboard') }}
    where target_text is not null
    union all
    select
        company_key,
        'long_term' as section_code,
        string_split_regex(string_split_regex(target_text, {{ heading }})[2], {{ commits }})
            as clauses
    from {{ ref('int_sbti__select_dashboard') }}
    where regexp_matches(target_text, {{ heading }})
),

-- what stands before the first "commits" is no clause, unless it is all there is
numbered as (
    select
        *,
        unnest(range(least(2, len(clauses)), len(clauses) + 1)) as clause_no
    from sections
),

cut as (
    select
        company_key,
        section_code,
        clause_no,
        clauses[clause_no] as clause_text,
        -- an intensity that names its absolute equivalent is judged by that
        case
            when regexp_matches(clause_text, '(equivalent|equates) to [0-9.]+ ?% in absolute')
                then regexp_replace(clause_text, '[0-9.]+ ?% per .*? (by|within) ', '\1 ')
            else clause_text
        end as equivalent_text
    from numbered
)

select
    company_key,
    section_code,
    cast(clause_no as integer) as clause_no,
    clause_text,
    -- small companies promise to measure scope 3, which is no target
    trim(regexp_replace(equivalent_text, ',? and to measure and reduce.*', '')) as words
from cut
