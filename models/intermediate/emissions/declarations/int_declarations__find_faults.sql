-- what declarations leave open: names, units, quarters, owners, periods
select
    dataset,
    'DQ40' as rule_code,
    fuel_name as entity_key,
    year as period,
    'fuel_name' as column_name,
    string_agg(distinct declared_unit, '; ' order by declared_unit) as raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    format(
        'in no list of fuels: {} rows of {} plants, {:.15g} in all, kept as unmapped without'
        || ' energy; add the name to ref_fuel_alias',
        count(*), count(distinct control_no), coalesce(sum(declared_quantity), 0)
    ) as explanation,
    max(source_release_key) as source_release_key
from {{ ref('int_declarations__convert_fuel') }}
where problem_code = 'name_unknown' and exclusion_code is null
group by dataset, fuel_name, year
union all by name
select
    dataset,
    'DQ41' as rule_code,
    control_no as entity_key,
    year as period,
    'quantity' as column_name,
    string_agg(
        concat_ws(' ', 'Q' || quarter, fuel_name, declared_quantity, declared_unit), '; '
        order by quarter, fuel_name
    ) as raw_value,
    'warning' as severity,
    'not converted: ' || string_agg(distinct problem_code, ', ' order by problem_code)
        as explanation,
    max(source_release_key) as source_release_key
from {{ ref('int_declarations__convert_fuel') }}
where problem_code <> 'name_unknown' and exclusion_code is null
group by dataset, control_no, year
union all by name
select
    dataset,
    'DQ26' as rule_code,
    control_no as entity_key,
    year as period,
    'quarter' as column_name,
    quarter_count || ' of 4 quarters' as raw_value,
    'event' as severity,
    'a coal user that lacks quarters: its year is not compared' as explanation,
    source_release_key
from {{ ref('int_declarations__sum_coal') }}
where has_coal and quarter_count < 4
union all by name
select
    dataset,
    'DQ42' as rule_code,
    control_no as entity_key,
    year as period,
    'control_no' as column_name,
    format('{:.15g} t of coal', coal_t) as raw_value,
    'warning' as severity,
    'neither the registry nor the coal sheet knows the owner: in no company' as explanation,
    source_release_key
from {{ ref('int_declarations__sum_coal') }}
where has_coal and tax_id is null
union all by name
select
    'air_pollutants' as dataset,
    case match_code when 'subsidiary_marker' then 'DQ14' else 'DQ12' end as rule_code,
    company_name_zh as entity_key,
    'company_name' as column_name,
    company_name_zh as raw_value,
    'warning' as severity,
    count(*) || ' rows: '
    || case match_code
        when 'ambiguous' then 'more than one company bears this name'
        when 'subsidiary_marker' then 'names a subsidiary, never credited to the parent'
        else 'no company bears this name'
    end as explanation,
    max(source_release_key) as source_release_key
from {{ ref('int_emissions__attribute_pollutants') }}
where match_code <> 'same_name'
group by company_name_zh, match_code
union all by name
select
    'air_pollutants' as dataset,
    'DQ43' as rule_code,
    pollutant.pollutant_code as entity_key,
    'pollutant_zh' as column_name,
    pollutant.name_zh as raw_value,
    'warning' as severity,
    'the ministry has it declared, no row of the file names it' as explanation,
    max(printed.source_release_key) as source_release_key
from {{ ref('ref_air_pollutant') }} as pollutant
cross join {{ ref('int_emissions__attribute_pollutants') }} as printed
group by pollutant.pollutant_code, pollutant.name_zh
having bool_and(printed.pollutant_code is distinct from pollutant.pollutant_code)
union all by name
select
    'ems_p_08' as dataset,
    'DQ08' as rule_code,
    control_no as entity_key,
    'report_period_text' as column_name,
    string_agg(distinct report_period_text, '; ' order by report_period_text) as raw_value,
    'warning' as severity,
    'no year and quarter can be read: kept, in no year' as explanation,
    max(source_release_key) as source_release_key
from {{ ref('int_declarations__measure_pollutant') }}
where quarter is null
group by control_no
