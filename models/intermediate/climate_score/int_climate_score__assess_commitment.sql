-- 1: net zero by 2050; 2: the target at 2030 re-based to 2019, or a science-based target approved
with pledges as (
    select
        pledge.*,
        rule.latest_pledge_year,
        pledge.pledge_kind in ('net_zero', 'carbon_neutrality', 'unspecified') as is_net_zero,
        pledge.pledge_kind in ('silent', 'no') and pledge.year_pledged is not null
            as is_year_alone
    from {{ ref('int_climate_score__read_pledge') }} as pledge
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = pledge.report_year
),

targets as (
    select
        target.*,
        input.mid_term_target_set_state,
        rule.least_target_pct,
        rule.comparison_year,
        'stated ' || target.stated_pct || ' %' as stated_words
    from {{ ref('int_climate_score__rebase_target') }} as target
    inner join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = target.tax_id and input.report_year = target.report_year
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = target.report_year
)

select
    tax_id,
    report_year,
    1 as indicator_no,
    case
        when is_year_alone then 'insufficient_data'
        when pledge_kind = 'silent' then 'not_disclosed'
        when pledge_kind = 'unclear' then 'insufficient_data'
        when not is_net_zero then 'not_met'
        when year_pledged is null then 'insufficient_data'
        when year_pledged <= latest_pledge_year then 'met'
        else 'not_met'
    end as status,
    cast(year_pledged as double) as value,
    latest_pledge_year as threshold_value,
    case
        when is_year_alone then 'a year without a pledge'
        when pledge_kind = 'unclear' then 'the text names no net zero'
        when is_net_zero and year_pledged is null
            then pledge_kind || ': year of the pledge missing'
        else pledge_kind
    end as basis,
    flags,
    cast(null as varchar) as further_release_key
from pledges
union all by name
select
    tax_id,
    report_year,
    2 as indicator_no,
    case
        when is_sbti_approved then 'met'
        when mid_term_target_set_state = 'no' then 'not_met'
        when restriction_code is not null then 'not_met'
        when rebased_pct_2019 >= least_target_pct then 'met'
        when rebased_pct_2019 is not null then 'not_met'
        when mid_term_target_set_state = 'silent' and stated_pct is null then 'not_disclosed'
        else 'insufficient_data'
    end as status,
    rebased_pct_2019 as value,
    least_target_pct as threshold_value,
    case
        when is_sbti_approved then 'sbt_' || sbti_status
        when mid_term_target_set_state = 'no' then 'no absolute target'
        when restriction_code is not null
            then 'target for a part of the company: ' || replace(restriction_code, '_', ' ')
        when rebased_pct_2019 is not null then 'rebased_to_2019'
        when mid_term_target_set_state = 'silent' and stated_pct is null then 'silent'
        when stated_pct is null then 'reduction of the target missing'
        when base_year is null then 'base year missing; ' || stated_words
        when target_year is null then 'target year missing; ' || stated_words
        when base_year > report_year
            then 'base year ' || base_year || ' lies after the report year; ' || stated_words
        when is_boundary_changed
            then 'plants of ' || base_year || ' and of ' || cast(comparison_year as integer)
                || ' are not the same company; ' || stated_words
        when pct_at_2030 is null
            then 'base year ' || base_year || ' is not before the target year '
                || target_year || '; ' || stated_words
        when e_base_tco2e is null
            then 'emissions of the base year ' || base_year || ' missing; ' || stated_words
        else 'emissions of ' || cast(comparison_year as integer) || ' missing; ' || stated_words
    end as basis,
    flags,
    source_release_key as further_release_key
from targets
