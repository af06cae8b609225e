with wording as (
    select
        any_value(pattern) filter (where wording_code = 'pledge_year') as dated,
        any_value(pattern) filter (where wording_code = 'pledge_of_state') as of_state,
        any_value(pattern) filter (where wording_code = 'pledge_aspirational') as aspirational,
        any_value(pattern) filter (where wording_code = 'pledge_restricted') as restricted
    from {{ ref('rule_report_wording') }}
),

texts as (
    select
        input.tax_id,
        input.report_year,
        input.net_zero_pledge_state,
        cast(input.pledge_year as integer) as stated_year,
        input.pledge_year_flags,
        coalesce(input.net_zero_pledge_text, '') as pledge_text,
        lower(pledge_text) as lower_text,
        -- "2030年減量6%，2050年碳中和" pledges for 2050: the last year before the words of a clause
        list_transform(
            regexp_split_to_array(pledge_text, '[，,；;。：:]'),
            clause -> regexp_extract(clause, wording.dated, 1)
        ) as clause_years,
        coalesce(regexp_matches(lower_text, wording.of_state), false) as is_of_state,
        regexp_matches(lower_text, wording.aspirational) as is_aspirational,
        regexp_matches(lower_text, wording.restricted) as is_restricted
    from {{ ref('int_climate_score__report_fields') }} as input
    cross join wording
),

dated as (
    select
        *,
        list_max(list_transform(
            list_filter(clause_years, found -> found <> ''),
            found -> case
                when found like '民國%' then cast(right(found, 3) as integer) + 1911
                else cast(found as integer)
            end
        )) as year_of_words,
        -- the goal of the state is no pledge of the company
        case when not is_of_state then year_of_words end as year_in_text
    from texts
),

read as (
    select
        dated.*,
        case
            when dated.net_zero_pledge_state <> 'value' then dated.net_zero_pledge_state
            else coalesce(wording.pledge_kind, 'unclear')
        end as kind
    from dated
    left join {{ ref('rule_pledge_wording') }} as wording
        on dated.net_zero_pledge_state = 'value'
            and regexp_matches(dated.lower_text, wording.pattern)
    qualify row_number() over (
            partition by dated.tax_id, dated.report_year order by wording.priority
        ) = 1
)

select
    tax_id,
    report_year,
    kind as pledge_kind,
    coalesce(stated_year, year_in_text) as year_pledged,
    list_filter([
        case when stated_year is null and year_in_text is not null then 'year_from_text' end,
        case
            when stated_year <> year_in_text or (kind = 'no' and stated_year is not null)
                then 'conflict'
        end,
        case when list_contains(pledge_year_flags, 'multi_valued') then 'multi_valued' end,
        case when is_aspirational then 'aspirational' end,
        case when is_restricted then 'restricted_scope' end
    ], flag -> flag is not null) as flags
from read
