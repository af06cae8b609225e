-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the records of plants, coal and air pollutants end: see list_records. #}
{% macro emissions_records() -%}
    {%- set coal -%}
        (
            select
                coal.*,
                matched.tax_id as named_tax_id
            from {{ ref('stg_observatory__coal_company') }} as coal
            left join {{ ref('int_emissions__match_name') }} as matched
                on matched.dataset = 'coal_company'
                    and matched.company_name = coal.company_name
                    and coal.tax_id is null
        ) as coal
    {%- endset %}
    {%- set printed_pollutants -%}
        (
            select
                printed.*,
                release.vintage_date,
                max(release.vintage_date)
                    filter (release.vintage_date <= cast('{{ var("as_of_date") }}' as date))
                    over (
                        partition by
                            printed.company_name, printed.year, printed.subcategory,
                            printed.pollutant_zh
                    ) as newest_date
            from {{ ref('stg_moenv__air_pollutants') }} as printed
            inner join {{ ref('int_releases__release') }} as release
                on release.source_release_key = printed.source_release_key
        ) as printed_pollutants
    {%- endset %}
    {%- set plant_years = "concat_ws('/', control_no, year)" %}
    {{- return([
        {
            'dataset': 'ghg_registry', 'from': ref('stg_moenv__ghg_registry'),
            'mart': 'fct_facility_emissions', 'key': plant_years,
            'model': 'int_emissions__select_as_of',
        },
        {
            'dataset': 'ghg_p_01', 'from': ref('stg_moenv__ghg_p_01'),
            'mart': 'fct_facility_emissions', 'key': plant_years,
            'model': 'int_emissions__select_as_of',
        },
        {
            'dataset': 'ghg_p_02', 'from': ref('stg_moenv__ghg_p_02'),
            'mart': 'national_inventory', 'key': 'year', 'model': 'int_emissions__select_inventory',
            'left_out': {
                'superseded_list': 'source_release_key not in (select source_release_key from '
                    ~ ref('int_emissions__select_inventory') ~ ')',
            },
        },
        {
            'dataset': 'coal_company', 'from': coal, 'mart': 'fct_coal_use',
            'key': "concat_ws('/', coalesce(tax_id, named_tax_id, 'name:' || "
                ~ company_name_key('company_name') ~ "), year)",
            'model': 'int_emissions__identify_coal', 'left_out': {'no_value': 'coal_t is null'},
        },
        {
            'dataset': 'coal_plant', 'from': ref('stg_observatory__coal_plant'),
            'mart': 'dq_reconciliation', 'key': "concat_ws('/', tax_id, year)",
            'model': 'int_emissions__reconcile_coal',
        },
        {
            'dataset': 'air_pollutants', 'from': printed_pollutants, 'mart': 'fct_air_pollutants',
            'key': "concat_ws('/', source_release_key, row_number)",
            'model': 'int_emissions__attribute_pollutants',
            'left_out': {'superseded_vintage': 'vintage_date < newest_date'},
        },
        {
            'dataset': 'plant_coordinates', 'from': ref('stg_moenv__plant_coordinates'),
            'mart': 'dim_facility', 'key': 'control_no',
            'model': 'int_emissions__grade_coordinates',
            'left_out': {
                'no_value': 'longitude is null or latitude is null',
                'not_in_population': 'control_no not in (select control_no from '
                    ~ ref('int_emissions__select_as_of') ~ ')',
            },
        },
    ]) -}}
{%- endmacro %}
