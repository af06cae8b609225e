-- 6: renewable target; 7: key reduction strategy
with wording as (
    select
        any_value(pattern) filter (where wording_code = 'strategy_time_point') as time_point,
        any_value(pattern) filter (where wording_code = 'strategy_quantity') as quantity
    from {{ ref('rule_report_wording') }}
),

renewable as (
    select
        input.*,
        coalesce(
            case
                when list_contains(input.renewable_target_year_flags, 'restricted_scope')
                    then 'year_remark'
            end,
            scope.restriction_code
        ) as part_code,
        part_code is not null as is_restricted,
        list_contains(input.renewable_target_year_flags, 'multi_valued') as is_multi_valued,
        rule.least_renewable_pct as least_share,
        rule.latest_renewable_year as latest_year,
        input.renewable_target is not null or input.renewable_target_year is not null as has_figure,
        input.renewable_target is not null and input.renewable_target_year is not null as has_both,
        cast(input.renewable_target_year as integer) as year_of_target
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = input.report_year
    left join {{ ref('int_climate_score__read_scope') }} as scope
        on scope.tax_id = input.tax_id
            and scope.report_year = input.report_year
            and scope.subject_code = 'renewable_target'
            and scope.stated_pct = input.renewable_target
),

strategies as (
    select
        input.*,
        -- the sheet's account of the strategy, and the text that stands where a flag should
        concat_ws(
            ' ',
            input.strategy_text,
            case
                when list_contains(input.strategy_explained_flags, 'text_for_flag')
                    then input.strategy_explained_text
            end
        ) as strategy_words,
        strategy_words <> '' as has_words,
        regexp_matches(strategy_words, wording.time_point) as has_time_point,
        regexp_matches(strategy_words, wording.quantity) as has_quantity
    from {{ ref('int_climate_score__report_fields') }} as input
    cross join wording
)

select
    tax_id,
    report_year,
    6 as indicator_no,
    case
        when has_both and renewable_target >= least_share and renewable_target_year <= latest_year
            and not is_restricted then 'met'
        when has_both or is_restricted then 'not_met'
        when renewable_target < least_share or renewable_target_year > latest_year then 'not_met'
        when renewable_target_set_state = 'no' then 'not_met'
        when renewable_target_set or has_figure then 'insufficient_data'
        else 'not_disclosed'
    end as status,
    renewable_target as value,
    least_share as threshold_value,
    case
        when is_restricted
            then 'target for a part of the company: ' || replace(part_code, '_', ' ')
        when renewable_target_year > latest_year then 'target year ' || year_of_target
        when has_both then 'share by ' || year_of_target
        when renewable_target_set_state = 'no' then 'no target'
        when renewable_target is null and renewable_target_set then 'share of the target missing'
        when renewable_target_year is null and renewable_target_set then 'target year missing'
        else 'silent'
    end as basis,
    list_filter([
        case when is_restricted then 'restricted_scope' end,
        case when is_multi_valued then 'multi_valued' end,
        case when renewable_target_set_state = 'no' and has_figure then 'conflict' end
    ], flag -> flag is not null) as flags,
    cast(null as varchar) as further_release_key
from renewable
union all by name
select
    tax_id,
    report_year,
    7 as indicator_no,
    case
        when has_words then case when has_time_point and has_quantity then 'met' else 'not_met' end
        when strategy_explained then 'met'
        when strategy_explained_state = 'no' then 'not_met'
        else 'not_disclosed'
    end as status,
    case
        when has_words
            then 'text with ' || case when has_time_point then 'a' else 'no' end
                || ' time point and ' || case when has_quantity then 'a' else 'no' end
                || ' quantity'
        when strategy_explained_state <> 'silent' then 'judgement of the reader'
        else 'silent'
    end as basis,
    list_filter([
        case
            when has_words
                and strategy_explained_state <> 'silent'
                and strategy_explained <> (has_time_point and has_quantity)
                then 'conflict'
        end
    ], flag -> flag is not null) as flags
from strategies
