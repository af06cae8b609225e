-- one row per target of the examples and of the user's portfolio; coverage, ambition and achievement as ratios, tonnes of CO2e
{%- set columns = {
    'company_id': 'varchar', 'target_id': 'varchar', 'target_type': 'varchar', 'intensity_metric': 'varchar', 'scope': 'varchar',
    'coverage_s1': 'double', 'coverage_s2': 'double', 'coverage_s3': 'double', 'reduction_ambition': 'double',
    'base_year': 'integer', 'start_year': 'integer', 'end_year': 'integer',
    'base_year_ghg_s1': 'double', 'base_year_ghg_s2': 'double', 'achieved_reduction': 'double',
} %}
with given as (
    {{ portfolio_rows('targets.csv', columns, ref('example_portfolio_targets')) }}
)

select
    input_code, company_id, target_id,
    case when lower(target_type) like 'abs%' then 'absolute' when lower(target_type) like 'int%' then 'intensity' else target_type end
                                            as target_kind_code,
    intensity_metric,
    replace(upper(scope), '+', '')          as scope_code,
    coverage_s1                             as coverage_s1_ratio,
    coverage_s2                             as coverage_s2_ratio,
    coverage_s3                             as coverage_s3_ratio,
    reduction_ambition                      as ambition_ratio,
    base_year, start_year, end_year,
    base_year_ghg_s1                        as base_s1_tco2e,
    base_year_ghg_s2                        as base_s2_tco2e,
    achieved_reduction                      as achieved_ratio,
    source_release_key
from given
