-- every plant and year against every threshold, by the rule in force in the year; the duties follow
-- where it is exceeded
with paired as (
    select
        stated.source_kind_code,
        stated.source_release_key,
        stated.row_number,
        stated.organisation_id,
        stated.facility_id,
        stated.year,
        stated.is_productive,
        stated.user_kind,
        stated.coal_before_t,
        rule.* exclude (valid_from_year, valid_to_year, source_release_key, note),  -- noqa: RF02
        case rule.measure_code
            {%- for column in [
                'coal_t', 'fuel_oil_kl', 'natural_gas_m3', 'contract_capacity_kw', 'steam_t_per_h',
                'chiller_hp', 'ghg_tco2e', 'generating_capacity_kw', 'supplied_t', 'kind_count'
            ] %}
                when '{{ column }}' then stated.{{ column }}
            {%- endfor %}
        end as stated_value,
        contains(' ' || stated.from_inventory || ' ', ' ' || rule.measure_code || ' ')
            as is_from_inventory,
        stated_value > rule.value or (rule.operator = '>=' and stated_value = rule.value)
            as is_reached,
        stated.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
            as is_in_force
    from {{ ref('int_duties__state_user') }} as stated
    cross join {{ ref('rule_duty_threshold') }} as rule
    -- a threshold of a kind is for that kind; whoever states none may be of it once it is reached
    where rule.user_kinds is null
        or list_contains(string_split(rule.user_kinds, ' '), stated.user_kind)
        or (stated.user_kind is null and is_reached)
    -- the rule of the year; a year without one keeps the name of the threshold
    qualify row_number() over (
            partition by
                stated.source_kind_code, stated.organisation_id, stated.facility_id, stated.year,
                rule.threshold_code
            order by is_in_force desc, rule.valid_from_year desc
        ) = 1
),

judged as (
    select
        *,
        case
            when not is_in_force then 'no_rule'
            when condition_code = 'non_productive' and is_productive then 'not_applicable'
            when stated_value is null then 'not_stated'
            when not is_reached then 'not_exceeded'
            when condition_code = 'non_productive' and is_productive is null then 'cannot_be_judged'
            when user_kinds is not null and user_kind is null then 'cannot_be_judged'
            else 'exceeded'
        end as status
    from paired
)

select
    judged.source_kind_code,
    judged.organisation_id,
    judged.facility_id,
    judged.year,
    judged.threshold_code,
    judged.name_zh as threshold_zh,
    judged.name_en as threshold_en,
    judged.status,
    case judged.status
        when 'exceeded' then true when 'not_exceeded' then false when 'not_applicable' then false
    end as is_exceeded,
    judged.stated_value as value,
    case
        when judged.is_from_inventory then 'inventory'
        when judged.stated_value is not null then 'stated'
    end as value_basis,
    case when judged.is_in_force then judged.operator end as operator,
    case when judged.is_in_force then judged.value end as threshold_value,
    judged.unit_code,
    judged.user_kind,
    case judged.status
        when 'not_stated' then judged.measure_code
        when 'cannot_be_judged' then if(judged.user_kinds is null, 'is_productive', 'user_kind')
    end as missing_input,
    case
        when judged.status = 'exceeded'
            then {{ without_noise('judged.stated_value * judged.obligation_pct / 100', 3) }}
    end as obligation_kw,
    case
        when judged.status = 'exceeded'
            then {{ without_noise('judged.stock_days * judged.coal_before_t
                / dayofyear(make_date(judged.year - 1, 12, 31))', 3) }}
    end as obligation_t,
    duties.* exclude (duty_group_code, is_reported_in_january),  -- noqa: RF02
    case when duties.is_reported_in_january then make_date(judged.year + 1, 1, 31) end
        as report_due_date,
    nullif(concat_ws(
        ' ',
        case
            when judged.status = 'exceeded' and judged.threshold_code = 'renewable'
                then 'average_of_year_before'
        end,
        case
            when judged.status in ('exceeded', 'not_exceeded')
                and judged.value = judged.stated_value and judged.measure_code <> 'kind_count'
                then 'at_threshold'
        end,
        case
            when judged.status = 'exceeded' and judged.threshold_code = 'electricity'
                and kind.is_saving_rule_exempt
                then 'saving_rule_exempt'
        end
    ), '') as flags,
    judged.source as rule_source,
    judged.confidence as rule_confidence,
    judged.source_release_key,
    judged.row_number
from judged
left join {{ ref('int_duties__list_duty') }} as duties
    on duties.duty_group_code = judged.duty_group_code and judged.status = 'exceeded'
left join {{ ref('rule_energy_user_kind') }} as kind on kind.kind_code = judged.user_kind
