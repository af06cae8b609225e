-- Beside each value the one that the observatory's practice takes: axis 2 with later target years,
-- axis 3 on the cumulative figure, axis 5 on the change over the whole period.
with input as (
    select
        fields.*,
        coalesce(fields.re100, false) as is_re100,
        rule.latest_renewable_year,
        rule.practice_renewable_year,
        case
            when not list_contains(fields.renewable_target_year_flags, 'restricted_scope')
                then fields.renewable_target
        end as unrestricted_target,
        fields.scope3 is not null or fields.scope3_category_count + fields.iso_category_count > 0
            as has_scope3,
        fields.scope3_actions_text is not null as has_scope3_plan,
        regexp_matches(fields.scope3_actions_text, verified.pattern) as is_scope3_verified
    from {{ ref('int_climate_score__report_fields') }} as fields
    left join {{ ref('rule_report_wording') }} as verified
        on verified.wording_code = 'scope3_verified'
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = fields.report_year
),

axes as (
    select
        tax_id,
        report_year,
        1 as axis_no,
        coalesce(rebased_pct_2019, pct_at_2030) as value,
        value as variant_value,
        case
            when rebased_pct_2019 is null and pct_at_2030 is not null
                then list_prepend('stated_not_rebased', flags)
            else flags
        end as flags
    from {{ ref('int_climate_score__rebase_target') }}
    union all by name
    select
        tax_id,
        report_year,
        2 as axis_no,
        case
            when renewable_target_year <= latest_renewable_year then unrestricted_target
        end as value,
        case
            when renewable_target_year <= practice_renewable_year then unrestricted_target
        end as variant_value,
        list_filter([
            case when renewable_target_year > latest_renewable_year then 'later_target_year' end
        ], flag -> flag is not null) as flags
    from input
    union all by name
    select
        tax_id,
        report_year,
        3 as axis_no,
        greatest(stated_annual_pct, annualised_pct) as value,
        coalesce(cumulative_pct, stated_annual_pct) as variant_value,
        -- a cumulative figure that cannot be annualised, and no other
        is_cumulative_open and stated_annual_pct is null as is_open,
        flags
    from {{ ref('int_climate_score__annual_saving') }}
    union all by name
    select
        tax_id,
        report_year,
        4 as axis_no,
        renewable_share as value,
        renewable_share as variant_value
    from input
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
    union all by name
    select
        tax_id,
        report_year,
        6 as axis_no,
        cast(case
            when has_scope3 and scope3_target_set and has_scope3_plan
                then case when is_scope3_verified then 3 else 2 end
            when has_scope3 or has_scope3_plan then 1
        end as double) as value,
        value as variant_value
    from input
)

select
    axes.tax_id,
    axes.report_year,
    axes.axis_no,
    axes.value,
    axes.variant_value,
    input.is_re100,
    -- what can be scored: with a report silence is a score of 0
    (input.has_report or axes.value is not null) and not coalesce(axes.is_open, false) as is_scored,
    input.has_report or axes.variant_value is not null as is_variant_scored,
    cast(input.practice_renewable_year as integer) as practice_renewable_year,
    coalesce(axes.flags, []) as flags
from axes
inner join input on input.tax_id = axes.tax_id and input.report_year = axes.report_year
