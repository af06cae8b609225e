-- rows that the warehouse holds of each source release
select source_release_key, count(*) as row_count from {{ ref('stg_energy_audit__cell') }} group by source_release_key
union all
select vintage, count(*) from {{ ref('fac_emission_factor') }} group by vintage
union all
select 'ipcc_gwp', count(*) from {{ ref('fac_gwp') }}
union all
select 'energy_indicators_8308', count(*) from {{ ref('fac_electricity') }} where definition_code = 'utility_sales' and status = 'actual'
{%- for model in [
    'stg_moenv__ghg_registry', 'stg_moenv__ghg_p_01', 'stg_moenv__ghg_p_02', 'stg_moenv__plant_coordinates', 'stg_moenv__air_pollutants', 'stg_trade__initiative',
    'stg_market__company_basics', 'stg_market__company_all',
    'stg_observatory__company', 'stg_observatory__coal_company', 'stg_observatory__coal_plant'
] %}
union all
select source_release_key, count(*) from {{ ref(model) }} group by source_release_key
{%- endfor %}
