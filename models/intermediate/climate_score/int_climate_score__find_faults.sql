-- values are kept as they are; each branch says what it knows, the rest is null
with input as (
    select
        tax_id,
        report_year,
        annual_saving_target,
        list_release_key
    from {{ ref('int_climate_score__report_fields') }}
)

select
    'report_fields' as dataset,
    'DQ30' as rule_code,
    tax_id as entity_key,
    report_year as period,
    indicator_code as column_name,
    cast(null as varchar) as raw_value,
    cast(null as varchar) as suggested_value,
    'warning' as severity,
    'flag and text contradict each other: ' || status || ' (' || basis || ')' as explanation,
    -- of several releases, the form
    coalesce(
        list_filter(string_split(source_release_key, ' '), word -> word like '%report_fields%')[1],
        string_split(source_release_key, ' ')[1]
    ) as source_release_key
from {{ ref('int_climate_score__indicator') }}
where list_contains(flags, 'conflict')
union all by name
select
    'report_fields' as dataset,
    'RD03' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    field.field_code as column_name,
    field.value_text as raw_value,
    'warning' as severity,
    case
        when target.base_year >= target.target_year
            then 'the base year is not before the target year ' || target.target_year
        else 'the base year lies after the report year'
    end as explanation,
    field.source_release_key
from {{ ref('int_disclosures__field') }} as field
inner join {{ ref('int_climate_score__rebase_target') }} as target
    on target.tax_id = field.tax_id and target.report_year = field.report_year
where field.field_code = 'mid_term_base_year'
    and (target.base_year >= target.target_year or target.base_year > field.report_year)
union all by name
select
    'report_fields' as dataset,
    'RD05' as rule_code,
    target.tax_id as entity_key,
    target.report_year as period,
    'sbt_claimed' as column_name,
    'TRUE' as raw_value,
    'FALSE' as suggested_value,
    'warning' as severity,
    'the report claims an approved science-based target, '
    || coalesce(
        'the list of the SBTi says ' || nullif(target.sbti_status, 'none'),
        'the list of the SBTi does not name the company itself'
    ) as explanation,
    input.list_release_key as source_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
inner join input on input.tax_id = target.tax_id and input.report_year = target.report_year
where list_contains(target.flags, 'sbt_claimed_unconfirmed')
union all by name
select
    'disclosure_sheet' as dataset,
    'RD04' as rule_code,
    tax_id as entity_key,
    report_year as period,
    'sbti_status' as column_name,
    conflict_status as raw_value,
    sbti_status as suggested_value,
    'warning' as severity,
    'the observatory says ' || conflict_status || ', the dashboard of the SBTi ' || sbti_status
    || '; the dashboard is used' as explanation,
    source_release_key
from {{ ref('int_climate_score__select_sbti_status') }}
where conflict_status is not null
union all by name
select
    'report_fields' as dataset,
    'RD06' as rule_code,
    saving.tax_id as entity_key,
    saving.report_year as period,
    'annual_saving_target' as column_name,
    cast(input.annual_saving_target as varchar) || ' %' as raw_value,
    case
        when list_contains(saving.flags, 'cumulative_in_annual_field')
            then cast(saving.annualised_pct as varchar) || ' %'
    end as suggested_value,
    'warning' as severity,
    case
        when list_contains(saving.flags, 'cumulative_in_annual_field')
            then 'the cumulative target stands in the field of the annual one'
        else 'more than ' || format('{:g}', rule.highest_annual_saving_pct)
            || ' % a year: hardly an annual rate'
    end as explanation,
    input.list_release_key as source_release_key
from {{ ref('int_climate_score__annual_saving') }} as saving
inner join input on input.tax_id = saving.tax_id and input.report_year = saving.report_year
left join {{ ref('int_climate_score__rule_in_force') }} as rule
    on rule.year = saving.report_year
where list_has_any(saving.flags, ['cumulative_in_annual_field', 'implausible_annual_rate'])
union all by name
select * from {{ ref('int_climate_score__find_target_faults') }}
