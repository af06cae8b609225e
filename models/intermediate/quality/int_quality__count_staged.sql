{%- set models = {
    'stg_moenv__ghg_registry': 'ghg_registry',
    'stg_moenv__ghg_p_01': 'ghg_p_01',
    'stg_moenv__ghg_p_02': 'ghg_p_02',
    'stg_moenv__plant_coordinates': 'plant_coordinates',
    'stg_moenv__air_pollutants': 'air_pollutants',
    'stg_trade__initiative': 'initiatives',
    'stg_market__company_basics': 'company_basics',
    'stg_market__company_all': 'company_basics_all',
    'stg_market__fund_holding': 'etf_holdings',
    'stg_market__esg_fund': 'esg_fund_list',
    'stg_market__esg_fund_holding': 'esg_fund_holdings',
    'stg_market__income_statement': 'income_annual',
    'stg_market__fund_list': 'fund_list',
    'stg_exchange__esg_ghg': 'twse_esg_ghg',
    'stg_exchange__esg_energy': 'twse_esg_energy',
    'stg_exchange__monthly_revenue': 'monthly_revenue',
    'stg_observatory__report_field': 'report_fields',
    'stg_observatory__disclosure_sheet': 'disclosure_sheet',
    'stg_observatory__energy_revenue': 'energy_revenue',
    'stg_observatory__ghg_revenue': 'ghg_revenue',
    'stg_sbti__company': 'sbti_companies',
    'stg_national__target': 'national_target',
    'stg_national__co2_by_sector': 'co2_by_sector',
    'stg_national__net_zero_pledge': 'net_zero_pledge',
    'stg_pathways__example': 'example_target',
    'stg_sbti__example_company': 'example_target',
    'stg_sbti__example_target': 'example_target',
    'stg_observatory__company': 'company_panel',
    'stg_observatory__coal_company': 'coal_company',
    'stg_observatory__coal_plant': 'coal_plant',
    'stg_energy_administration__indicator': 'energy_indicators',
    'stg_moenv__aqx_p_555': 'aqx_p_555',
    'stg_moenv__fuel_declaration': 'fuel_declaration',
    'stg_moenv__ems_p_08': 'ems_p_08',
    'stg_moenv__ems_p_46': 'ems_p_46',
} %}
select
    dataset,
    source_release_key,
    cast(sum(staged_count) as bigint) as staged_count
from (
    {%- for model, dataset in models.items() %}
        select
            '{{ dataset }}' as dataset,
            source_release_key,
            count(distinct row_number) as staged_count
        from {{ ref(model) }}
        group by source_release_key
        {{ 'union all' if not loop.last }}
    {%- endfor %}
)
group by dataset, source_release_key
union all
-- own data come through one door; the examples of portfolios are part of the example targets
select
    dataset_code,
    source_release_key,
    count(*)
from {{ ref('stg_own_plant__row') }}
where source_kind_code = 'own' or dataset_code not like 'portfolio%'
group by dataset_code, source_release_key
union all
-- data sets that no model reads yet: what lies in the landing area
select
    accepted.dataset,
    accepted.source_release_key,
    accepted.accepted_count as staged_count
from {{ ref('stg_landing__accepted') }} as accepted
left join {{ ref('ref_own_dataset') }} as own on own.dataset_code = accepted.dataset
where own.dataset_code is null
    and accepted.dataset not in (
        {% for dataset in models.values() | unique %}
            '{{ dataset }}'{{ ',' if not loop.last }}
        {% endfor %}
    )
