-- indicators 1 (net zero by 2050) and 2 (target for 2030, re-based to 2019, or science-based target approved)
with pledges as (
    select
        *,
        lower(coalesce(net_zero_pledge_text, '')) as pledge_text,
        -- the last year before the words, clause by clause: "2030年減量6%，2050年碳中和" pledges for 2050
        list_max(list_transform(
            list_filter(
                list_transform(regexp_split_to_array(
                    coalesce(net_zero_pledge_text, ''), '[，,；;。：:]'
                ),
                clause -> regexp_extract(
                    clause,
                    '.*(20[2-9][0-9]|民國 ?1[0-9]{2})[^0-9]{0,40}?(淨零|凈零|碳中和|零碳|零排放|排放為零|[Nn]et[ -][Zz]ero|neutral)',
                    1
                )),
                found -> found <> ''
            ),
            found -> case
                when found like '民國%' then cast(right(found, 3) as integer) + 1911 else
                    cast(found as integer)
            end
        )) as year_of_words
    from {{ ref('int_climate_score__report_fields') }}
),

kinds as (
    select
        *,
        case
            when net_zero_pledge_state <> 'value' then net_zero_pledge_state
            when regexp_matches(pledge_text, '^(無|未)(明確)?承諾') then 'no'
            when
                regexp_matches(pledge_text, '碳中和|carbon[ -]neutral|climate[ -]neutral')
                then 'carbon_neutrality'
            when
                regexp_matches(pledge_text, '淨零|凈零|net[ -]zero|零碳|零排放|排放為零|減量\s*100\s*[%％]')
                then 'net_zero'
            when regexp_matches(pledge_text, '^(是|true|有)$') then 'unspecified'
            when regexp_matches(pledge_text, '9[0-9]\s*[%％]') then 'reduction_short_of_net_zero'
            when regexp_matches(pledge_text, '再生(能源|電力)|綠電|re100') then 'renewable_electricity_only'
            else 'unclear'
        end as pledge_kind,
        -- the goal of the state is no pledge of the company
        case when not regexp_matches(pledge_text, '國家|政府|氣候變遷因應法') then year_of_words end
            as year_in_text,
        coalesce(cast(pledge_year as integer), year_in_text) as year_pledged,
        {{ rule_value('climate:1:pledge_year', 'report_year') }} as latest_year
    from pledges
)

select
    tax_id,
    report_year,
    1 as indicator_no,
    case
        when pledge_kind in ('silent', 'no') and year_pledged is not null then 'insufficient_data'
        when pledge_kind = 'silent' then 'not_disclosed'
        when
            pledge_kind in ('no', 'reduction_short_of_net_zero', 'renewable_electricity_only')
            then 'not_met'
        when pledge_kind = 'unclear' or year_pledged is null then 'insufficient_data'
        when year_pledged <= latest_year then 'met'
        else 'not_met'
    end as status,
    cast(year_pledged as double) as value,
    latest_year as threshold_value,
    case
        when
            pledge_kind in ('silent', 'no') and year_pledged is not null
            then 'a year without a pledge'
        when pledge_kind = 'unclear' then 'the text names no net zero'
        when pledge_kind in ('net_zero', 'carbon_neutrality', 'unspecified')
            and year_pledged is null
            then pledge_kind || ': year of the pledge missing'
        else pledge_kind
    end as basis,
    nullif(concat_ws(
        ' ',
        case when pledge_year is null and year_in_text is not null then 'year_from_text' end,
        case when pledge_year <> year_in_text then 'conflict' end,
        case when pledge_kind = 'no' and pledge_year is not null then 'conflict' end,
        case when pledge_year_flags like '%multi_valued%' then 'multi_valued' end,
        case when regexp_matches(pledge_text, '期許|期望|願景|力爭|aspir') then 'aspirational' end,
        case when regexp_matches(pledge_text, '(臺灣|台灣)廠區|母公司|子公司') then 'restricted_scope' end
    ), '') as flags,
    cast(null as varchar) as further_release_key
from kinds
union all
select
    target.tax_id,
    target.report_year,
    2,
    case
        when target.is_sbti_approved then 'met'
        when input.mid_term_target_set_state = 'no' then 'not_met'
        when
            target.rebased_pct_2019
            >= {{ rule_value('climate:2:target_2030', 'target.report_year') }}
            then 'met'
        when target.rebased_pct_2019 is not null then 'not_met'
        when
            input.mid_term_target_set_state = 'silent' and target.stated_pct is null
            then 'not_disclosed'
        else 'insufficient_data'
    end,
    target.rebased_pct_2019,
    {{ rule_value('climate:2:target_2030', 'target.report_year') }},
    case
        when target.is_sbti_approved then 'sbt_' || target.sbti_status
        when input.mid_term_target_set_state = 'no' then 'no absolute target'
        when target.rebased_pct_2019 is not null then 'rebased_to_2019'
        when input.mid_term_target_set_state = 'silent' and target.stated_pct is null then 'silent'
        when target.stated_pct is null then 'reduction of the target missing'
        when target.base_year is null then 'base year missing; stated ' || target.stated_pct || ' %'
        when
            target.target_year is null
            then 'target year missing; stated ' || target.stated_pct || ' %'
        when target.pct_at_2030 is null
            then 'base year '
                || target.base_year
                || ' is not before the target year '
                || target.target_year
                || '; stated ' || target.stated_pct || ' %'
        when
            target.e_base_tco2e is null
            then 'emissions of the base year '
                || target.base_year
                || ' missing; stated '
                || target.stated_pct
                || ' %'
        else 'emissions of 2019 missing; stated ' || target.stated_pct || ' %'
    end,
    target.flags,
    target.source_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
inner join
    {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = target.tax_id and input.report_year = target.report_year
