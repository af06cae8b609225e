-- targets read from the words of the dashboard: one row per "commits to" that states a target. A clause with no percentage or more than one, without
-- scope or year, is kept with its text and method_code = unreadable: nothing is guessed.
with sections as (
    select
        company_key,
        'near_term' as section_code,
        string_split_regex(
            string_split_regex(target_text, 'Long-[Tt]erm [Tt]argets?')[1],
            '\b[Cc]ommits? (to|that) '
        ) as clauses
    from {{ ref('int_sbti__select_dashboard') }}
    where target_text is not null
    union all
    select
        company_key,
        'long_term',
        string_split_regex(
            string_split_regex(target_text, 'Long-[Tt]erm [Tt]argets?')[2],
            '\b[Cc]ommits? (to|that) '
        )
    from {{ ref('int_sbti__select_dashboard') }}
    where regexp_matches(target_text, 'Long-[Tt]erm [Tt]argets?')
),

-- a text without "commits" is one clause
clauses as (
    select
        company_key,
        section_code,
        clause_no,
        clauses[clause_no] as clause_text,
        -- an intensity that names its absolute equivalent is judged by that; small companies promise to measure scope 3, which is no target
        regexp_replace(
            case
                when regexp_matches(
                        clauses[clause_no], '(equivalent|equates) to [0-9.]+ ?% in absolute'
                    )
                    then regexp_replace(
                            clauses[clause_no], '[0-9.]+ ?% per .*? (by|within) ', '\1 '
                        )
                else clauses[clause_no]
            end, ',? and to measure and reduce.*', ''
        ) as words
    from (
        select
            *,
            unnest(range(least(2, len(clauses)), len(clauses) + 1)) as clause_no
        from sections
    ) as numbered
),

read as (
    select
        company_key,
        section_code,
        clause_no,
        clause_text,
        case
            when
                regexp_matches(words, 'renewable (electricity|energy)')
                then 'renewable_electricity'
            when
                regexp_matches(words, '(suppliers|customers) .*science-based targets')
                then 'supplier_engagement'
            else section_code
        end as kind_code,
        case
            when regexp_matches(words, 'renewable (electricity|energy)') then 's2'
            when regexp_matches(words, '(suppliers|customers) .*science-based targets') then 's3'
            when
                regexp_matches(
                    words, '[Ss]copes? ?1 ?(, ?(scope )?2,? and (scope )?3|\+ ?2 ?\+ ?3)'
                )
                then 's123'
            when regexp_matches(words, '[Ss]copes? ?1 ?(\+|and|&) ?([Ss]copes? )?2')
                then case when regexp_matches(words, '[Ss]copes? ?3') then 's123' else 's12' end
            when
                regexp_matches(words, '[Ss]copes? ?3')
                and not regexp_matches(words, '[Ss]copes? ?[12]')
                then 's3'
        end as scope_code,
        regexp_matches(words, '[Aa]bsolute') or not regexp_matches(words, '% per ') as is_absolute,
        case
            when regexp_matches(words, 'value[ -]added') then 'value_added'
            when
                regexp_matches(words, 'revenue|profit|sales')
                and not regexp_matches(words, 'revenue (passenger|tonne)')
                then 'revenue'
            when regexp_matches(words, '% per ') then 'physical'
        end as metric_code,
        list_transform(
            regexp_extract_all(words, '([0-9]+([.][0-9]+)?) ?%', 1),
            number -> cast(number as double)
        ) as percentages,
        try_cast(regexp_extract(words, 'by (the end of )?(FY ?)?(20[2-9][0-9])', 3) as integer)
            as own_target_year,
        try_cast(
            regexp_extract(
                words, 'from (an? |the )?(FY ?)?(20[0-9][0-9])(/[0-9]+)? ?base', 3
            ) as integer
        ) as own_base_year,
        regexp_matches(words, 'same time') as is_same_period,
        regexp_matches(words, 'use of sold products?') as covers_category_11
    from clauses
    where not regexp_matches(words, '^(reach|achieve) net[- ]zero')
        and regexp_matches(clause_text, '%|[Ss]copes? ?[123]')
),

carried as (
    select
        *,
        coalesce(
            own_target_year,
            case when is_same_period then last_value(own_target_year ignore nulls) over before end
        ) as target_year,
        coalesce(
            own_base_year,
            case when is_same_period then last_value(own_base_year ignore nulls) over before end
        ) as base_year,
        case
            when len(percentages) = 1 or kind_code = 'renewable_electricity' then percentages[-1]
        end as reduction_pct
    from read
    window
        before as (
            partition by company_key, section_code
            order by clause_no rows between unbounded preceding and 1 preceding
        )
)

select
    company_key,
    section_code || ':' || clause_no as clause_key,
    clause_text,
    -- small companies state the long-term target without a heading
    case when kind_code = 'near_term' and target_year >= 2040 then 'long_term' else kind_code end
        as kind_code,
    scope_code,
    case
        when reduction_pct is null or scope_code is null or target_year is null
            or (base_year is null and kind_code in ('near_term', 'long_term')) then 'unreadable'
        when kind_code = 'renewable_electricity' then 'renewable'
        when kind_code = 'supplier_engagement' then 'engagement'
        when is_absolute then 'absolute'
        when scope_code <> 's3' then 'sector_intensity'
        when metric_code = 'physical' then 'physical_intensity'
        else 'economic_intensity'
    end as method_code,
    case when not is_absolute then metric_code end as metric_code,
    base_year,
    target_year,
    reduction_pct,
    covers_category_11
from carried
