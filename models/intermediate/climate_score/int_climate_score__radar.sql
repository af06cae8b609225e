-- the six axes of the radar: value, and beside it the value by the observatory's practice (axis 2 with target years to 2040, axis 3 on the cumulative
-- figure, axis 5 on the change over two years); scored by the band in force in the assessment year
with axis_values as (
    select
        input.tax_id,
        input.report_year,
        input.has_report,
        coalesce(input.re100, false) as is_re100,
        1 as axis_no,
        coalesce(target.rebased_pct_2019, target.pct_at_2030) as value,
        coalesce(target.rebased_pct_2019, target.pct_at_2030) as variant_value,
        false as is_open,
        nullif(concat_ws(
            ' ',
            case
                when
                    target.rebased_pct_2019 is null and target.pct_at_2030 is not null
                    then 'stated_not_rebased'
            end,
            target.flags
        ), '') as flags
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join {{ ref('int_climate_score__rebase_target') }} as target
        on target.tax_id = input.tax_id and target.report_year = input.report_year
    union all
    select
        tax_id,
        report_year,
        has_report,
        coalesce(re100, false),
        2,
        case when renewable_target_year
                <= {{ rule_value('climate:6:target_year', 'report_year') }}
                and coalesce(renewable_target_year_flags, '') not like '%restricted_scope%'
                then renewable_target
        end,
        case
            when
                renewable_target_year <= 2040
                and coalesce(renewable_target_year_flags, '') not like '%restricted_scope%'
                then renewable_target
        end,
        false,
        case
            when
                renewable_target_year > {{ rule_value('climate:6:target_year', 'report_year') }}
                then 'later_target_year'
        end
    from {{ ref('int_climate_score__report_fields') }}
    union all
    select
        input.tax_id,
        input.report_year,
        input.has_report,
        coalesce(input.re100, false),
        3,
        greatest(saving.stated_annual_pct, saving.annualised_pct),
        coalesce(saving.cumulative_pct, saving.stated_annual_pct),
        -- a cumulative figure that cannot be annualised, and no other
        saving.is_cumulative_open and saving.stated_annual_pct is null,
        saving.flags
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join {{ ref('int_climate_score__annual_saving') }} as saving
        on saving.tax_id = input.tax_id and saving.report_year = input.report_year
    union all
    select
        tax_id,
        report_year,
        has_report,
        coalesce(re100, false),
        4,
        renewable_share,
        renewable_share,
        false,
        null
    from {{ ref('int_climate_score__report_fields') }}
    union all
    select
        input.tax_id,
        input.report_year,
        input.has_report,
        coalesce(input.re100, false),
        5,
        case
            when
                not efficiency.is_unit_error
                then {{ without_noise('100 * efficiency.annual_improvement_ratio') }}
        end,
        case
            when
                not efficiency.is_unit_error
                then {{ without_noise('-100 * efficiency.total_change_ratio') }}
        end,
        false,
        case when efficiency.is_suspect then 'suspect_input' end
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join {{ ref('int_climate_score__efficiency') }} as efficiency
        on efficiency.tax_id = input.tax_id and efficiency.report_year = input.report_year
    union all
    select
        tax_id,
        report_year,
        has_report,
        coalesce(re100, false),
        6,
        level,
        level,
        false,
        null
    from (
        select
            *,
            scope3 is not null or scope3_category_count + iso_category_count > 0 as is_disclosed,
            cast(case
                when is_disclosed and scope3_target_set and scope3_actions_text is not null
                    then case
                            when regexp_matches(scope3_actions_text, '第三方|查證|查驗|確信') then 3 else 2
                        end
                when is_disclosed or scope3_actions_text is not null then 1
            end as double) as level
        from {{ ref('int_climate_score__report_fields') }}
    )
)

select
    axis.tax_id,
    axis.report_year,
    axis.axis_no,
    any_value(band.axis_code) as axis_code,
    axis.value,
    axis.variant_value,
    any_value(band.unit_code) as unit_code,
    case when (axis.has_report or axis.value is not null) and not axis.is_open
            then max(band.score) filter (where {{ in_band('axis.value') }})
    end as score,
    case when axis.has_report or axis.variant_value is not null
            then max(band.score) filter (where {{ in_band('axis.variant_value') }})
    end as score_observatory_variant,
    arg_max(band.band_code, band.score) filter (where {{ in_band('axis.value') }}) as band_code,
    arg_max(band.rule_key, band.score) filter (where {{ in_band('axis.value') }}) as rule_key,
    axis.flags,
    any_value(evidence.page) as page,
    any_value(evidence.source_release_key) as source_release_key
from axis_values as axis
-- the indicator that reads the same fields
inner join {{ ref('int_climate_score__indicator') }} as evidence
    on evidence.tax_id = axis.tax_id and evidence.report_year = axis.report_year
        and evidence.indicator_no = [2, 6, 4, 9, 3, 8][axis.axis_no]
inner join {{ ref('rule_radar_band') }} as band
    on band.axis_no = axis.axis_no
        and axis.report_year between band.valid_from_year and coalesce(band.valid_to_year, 9999)
group by
    axis.tax_id,
    axis.report_year,
    axis.axis_no,
    axis.value,
    axis.variant_value,
    axis.has_report,
    axis.is_open,
    axis.is_re100,
    axis.flags
