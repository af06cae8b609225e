-- rows that the warehouse holds of each source release: printed cells of the yearbook, factor rows, rows of files
select source_release_key, count(*) as row_count from {{ ref('stg_energy_audit__cell') }} group by source_release_key
union all
select vintage, count(*) from {{ ref('fac_emission_factor') }} group by vintage
union all
select 'ipcc_gwp', count(*) from {{ ref('fac_gwp') }}
union all
select 'energy_indicators_8308', count(*) from {{ ref('fac_electricity') }} where definition_code = 'utility_sales' and status = 'actual'
union all
select source_release_key, staged_count from {{ ref('int_sources__count_staged') }}
