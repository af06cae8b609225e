-- indicators 6 (renewable target) and 7 (key reduction strategy)
with input as (
    select
        input.*,
        -- a time point and a quantity, in the sheet's account of the strategy or in the text that stands where a flag should
        concat_ws(
            ' ',
            strategy_text,
            case
                when
                    upper(strategy_explained_text) not in ('TRUE', '是', '有')
                    then strategy_explained_text
            end
        )
            as strategy_words
    from {{ ref('int_climate_score__report_fields') }} as input
),

renewable as (
    select
        input.*,
        coalesce(renewable_target_year_flags like '%restricted_scope%', false) as is_restricted,
        {{ rule_value('climate:6:renewable_target', 'report_year') }} as least_share,
        {{ rule_value('climate:6:target_year', 'report_year') }} as latest_year,
        regexp_matches(strategy_words, '(20[2-9][0-9]|1[1-4][0-9]) ?年') as has_time_point,
        regexp_matches(
            strategy_words, '[0-9][0-9,.]*\s*([%％]|[萬千仟百]*(公噸|噸|度|瓩)|[kKMG][Ww]|tCO2|GJ|TJ)'
        ) as has_quantity
    from input
)

select
    tax_id,
    report_year,
    6 as indicator_no,
    case
        when renewable_target is not null and renewable_target_year is not null
            then case when renewable_target >= least_share
                        and renewable_target_year <= latest_year
                        and not is_restricted
                        then 'met'
                    else 'not_met'
                end
        when
            is_restricted or renewable_target < least_share or renewable_target_year > latest_year
            then 'not_met'
        when renewable_target_set_state = 'no' then 'not_met'
        when
            renewable_target_set
            or renewable_target is not null
            or renewable_target_year is not null
            then 'insufficient_data'
        else 'not_disclosed'
    end as status,
    renewable_target as value,
    least_share as threshold_value,
    case
        when is_restricted then 'target for a part of the company'
        when
            renewable_target_year > latest_year
            then 'target year ' || cast(renewable_target_year as integer)
        when
            renewable_target is not null and renewable_target_year is not null
            then 'share by ' || cast(renewable_target_year as integer)
        when renewable_target_set_state = 'no' then 'no target'
        when renewable_target is null and renewable_target_set then 'share of the target missing'
        when renewable_target_year is null and renewable_target_set then 'target year missing'
        else 'silent'
    end as basis,
    nullif(concat_ws(
        ' ',
        case when is_restricted then 'restricted_scope' end,
        case when renewable_target_year_flags like '%multi_valued%' then 'multi_valued' end,
        case
            when
                renewable_target_set_state = 'no'
                and (renewable_target is not null or renewable_target_year is not null)
                then 'conflict'
        end
    ), '') as flags,
    cast(null as varchar) as further_release_key
from renewable
union all
select
    tax_id,
    report_year,
    7,
    case
        when
            strategy_words <> ''
            then case when has_time_point and has_quantity then 'met' else 'not_met' end
        when strategy_explained then 'met'
        when strategy_explained_state = 'no' then 'not_met'
        else 'not_disclosed'
    end,
    null,
    null,
    case
        when strategy_words <> ''
            then 'text with '
                || case when has_time_point then 'a' else 'no' end
                || ' time point and '
                || case when has_quantity then 'a' else 'no' end || ' quantity'
        when strategy_explained_state <> 'silent' then 'judgement of the reader'
        else 'silent'
    end,
    case when strategy_words <> ''
            and strategy_explained_state <> 'silent'
            and strategy_explained <> (has_time_point and has_quantity)
            then 'conflict'
    end,
    null
from renewable
