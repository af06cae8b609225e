-- what indicators and the re-based target read beside the fields of the report; one row per figure
{%- set rule_year = "target.report_year between rule.valid_from_year"
    ~ " and coalesce(rule.valid_to_year, 9999)" %}

with target as (
    select * from {{ ref('int_climate_score__rebase_target') }}
),

-- the first year of a base given as a range
base as (
    select
        tax_id,
        report_year,
        min(list_min(years)) as first_base_year
    from {{ ref('int_disclosures__field') }}
    where field_code = 'mid_term_base_year'
    group by tax_id, report_year
)

select
    target.tax_id,
    target.report_year,
    2 as indicator_no,
    'e_base_tco2e' as column_name,
    'fct_company_emissions' as parent_mart,
    concat_ws('/', emitted.tax_id, emitted.year) as parent_row_key
from target
left join base
    on base.tax_id = target.tax_id and base.report_year = target.report_year
inner join {{ ref('int_emissions__company_year') }} as emitted
    on emitted.tax_id = target.tax_id
        and emitted.year between coalesce(
            base.first_base_year, target.base_year
        ) and target.base_year
where target.boundary = 'registry'
union all by name
select
    target.tax_id,
    target.report_year,
    2 as indicator_no,
    'e_2019_tco2e' as column_name,
    'fct_company_emissions' as parent_mart,
    concat_ws('/', emitted.tax_id, emitted.year) as parent_row_key
from target
inner join {{ ref('rule_threshold') }} as rule
    on rule.rule_key = 'climate:2:comparison_year' and {{ rule_year }}
inner join {{ ref('int_emissions__company_year') }} as emitted
    on emitted.tax_id = target.tax_id and emitted.year = rule.value
union all by name
select
    efficiency.tax_id,
    efficiency.report_year,
    3 as indicator_no,
    case energy.year
        when efficiency.last_year then 'last_intensity_gj_per_twd1m'
        else 'first_intensity_gj_per_twd1m'
    end as column_name,
    'fct_company_energy' as parent_mart,
    concat_ws('/', energy.tax_id, energy.year) as parent_row_key
from {{ ref('int_climate_score__efficiency') }} as efficiency
inner join {{ ref('int_disclosures__energy_year') }} as energy
    on energy.tax_id = efficiency.tax_id
        and energy.year in (efficiency.first_year, efficiency.last_year)
where energy.measure in ('total_energy_gj', 'revenue_twd')
group by all
union all by name
select
    tax_id,
    year as report_year,
    9 as indicator_no,
    'status' as column_name,
    'fct_company_energy_item' as parent_mart,
    concat_ws('/', tax_id, year, item_no) as parent_row_key
from {{ ref('int_disclosures__convert_item') }}
union all by name
select
    field.tax_id,
    field.report_year,
    10 as indicator_no,
    'value' as column_name,
    'fct_company_energy' as parent_mart,
    concat_ws('/', field.tax_id, field.report_year) as parent_row_key
from {{ ref('int_disclosures__field') }} as field
semi join {{ ref('int_disclosures__energy_year') }} as energy
    on energy.tax_id = field.tax_id and energy.year = field.report_year
        and energy.measure = 'revenue_twd'
where field.field_code = 'low_carbon_revenue' and field.unit_code = 'twd'
