-- good rows of the targets of portfolios; coverage, ambition and achievement as ratios
select
    -- the published name of what a user states of a portfolio
    case cell.source_kind_code when 'own' then 'portfolio' else cell.source_kind_code end
        as source_kind_code,
    source_release_key,
    {{ cell_text('company_id') }} as company_id,
    -- a file of another tool has no code of the target: its row is one
    coalesce({{ cell_text('target_id') }}, source_release_key || ' row ' || row_number)
        as target_id,
    {{ cell_code('target_type') }} as target_kind_code,
    {{ cell_text('intensity_metric') }} as intensity_metric,
    {{ cell_code('scope') }} as scope_code,
    {{ cell_number('coverage_s1') }} as coverage_s1_ratio,
    {{ cell_number('coverage_s2') }} as coverage_s2_ratio,
    {{ cell_number('coverage_s3') }} as coverage_s3_ratio,
    {{ cell_number('reduction_ambition') }} as ambition_ratio,
    {{ cell_whole('base_year') }} as base_year,
    {{ cell_whole('start_year') }} as start_year,
    {{ cell_whole('end_year') }} as end_year,
    {{ cell_number('base_year_ghg_s1') }} as base_s1_tco2e,
    {{ cell_number('base_year_ghg_s2') }} as base_s2_tco2e,
    {{ cell_number('achieved_reduction') }} as achieved_ratio
from {{ ref('int_own__accept') }} as cell
where dataset_code = 'portfolio_target'
group by dataset_code, cell.source_kind_code, source_release_key, row_number
