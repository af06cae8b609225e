-- Beside each value the one that the observatory's practice takes: axis 1 as stated, axis 3 the
-- cumulative field alone, axis 5 the change over the whole period.
with axes as (
    select
        target.tax_id,
        target.report_year,
        1 as axis_no,
        case
            when target.restriction_code is null
                then coalesce(target.rebased_pct_2019, target.pct_at_2030)
        end as value,
        case
            when target.target_year between rule.practice_first_year and rule.practice_last_year
                and coalesce(target.base_year <= target.report_year, true)
                then target.stated_pct
        end as variant_value,
        case
            when target.rebased_pct_2019 is null and value is not null
                then list_prepend('stated_not_rebased', target.flags)
            else target.flags
        end as flags
    from {{ ref('int_climate_score__rebase_target') }} as target
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = target.report_year
    union all by name
    select *
    from {{ ref('int_climate_score__read_axis') }}
    union all by name
    select
        tax_id,
        report_year,
        3 as axis_no,
        greatest(stated_annual_pct, annualised_pct) as value,
        cumulative_pct as variant_value,
        -- a cumulative figure that cannot be annualised, and no other
        is_cumulative_open and stated_annual_pct is null as is_open,
        flags
    from {{ ref('int_climate_score__annual_saving') }}
    union all by name
    select
        tax_id,
        report_year,
        5 as axis_no,
        case
            when not is_unit_error then {{ without_noise('100 * annual_improvement_ratio') }}
        end as value,
        case
            when not is_unit_error then {{ without_noise('-100 * total_change_ratio') }}
        end as variant_value,
        list_filter([case when is_suspect then 'suspect_input' end], flag -> flag is not null)
            as flags
    from {{ ref('int_climate_score__efficiency') }}
)

select
    axes.tax_id,
    axes.report_year,
    axes.axis_no,
    axes.value,
    axes.variant_value,
    coalesce(input.re100, false) as is_re100,
    -- what can be scored: with a report silence is a score of 0
    (input.has_report or axes.value is not null) and not coalesce(axes.is_open, false) as is_scored,
    input.has_report or axes.variant_value is not null as is_variant_scored,
    cast(rule.practice_renewable_year as integer) as practice_renewable_year,
    coalesce(axes.flags, []) as flags
from axes
inner join {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = axes.tax_id and input.report_year = axes.report_year
left join {{ ref('int_climate_score__rule_in_force') }} as rule on rule.year = axes.report_year
