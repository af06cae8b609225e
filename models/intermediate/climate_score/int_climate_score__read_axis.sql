-- Beside each value the one that the observatory's practice takes: axis 2 with later target years,
-- axis 6 a plan by the length of its text.
with wording as (
    select
        any_value(pattern) filter (where wording_code = 'scope3_verified') as verified,
        any_value(pattern) filter (where wording_code = 'scope3_denied') as denied
    from {{ ref('rule_report_wording') }}
),

input as (
    select
        fields.*,
        rule.latest_renewable_year,
        rule.practice_renewable_year,
        list_contains(fields.renewable_target_year_flags, 'restricted_scope') as has_remark,
        has_remark or scope.restriction_code is not null as is_restricted,
        fields.scope3 is not null or fields.scope3_category_count + fields.iso_category_count > 0
            as has_scope3,
        fields.scope3_actions_text is not null
        and not regexp_matches(fields.scope3_actions_text, wording.denied) as has_scope3_plan,
        regexp_matches(fields.scope3_actions_text, wording.verified) as is_scope3_verified,
        coalesce(
            fields.scope3_actions_is_yes
            or length(fields.scope3_actions_text) >= rule.practice_text_length,
            false
        ) as has_long_text
    from {{ ref('int_climate_score__report_fields') }} as fields
    cross join wording
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = fields.report_year
    left join {{ ref('int_climate_score__read_scope') }} as scope
        on scope.tax_id = fields.tax_id
            and scope.report_year = fields.report_year
            and scope.subject_code = 'renewable_target'
            and scope.stated_pct = fields.renewable_target
)

select
    tax_id,
    report_year,
    2 as axis_no,
    case
        when renewable_target_year <= latest_renewable_year and not is_restricted
            then renewable_target
    end as value,
    case
        when renewable_target_year <= practice_renewable_year and not has_remark
            then renewable_target
    end as variant_value,
    list_filter([
        case when renewable_target_year > latest_renewable_year then 'later_target_year' end,
        case when is_restricted then 'restricted_scope' end
    ], flag -> flag is not null) as flags
from input
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
    6 as axis_no,
    cast(case
        when has_scope3 and scope3_target_set and has_scope3_plan
            then case when is_scope3_verified then 3 else 2 end
        when has_scope3 or has_scope3_plan then 1
    end as double) as value,
    cast(case
        when scope3 is not null and scope3_target_set and has_long_text then 2
        when scope3 is not null or has_long_text then 1
    end as double) as variant_value
from input
