-- which row of which file a published row rests on: the steps of fct_trace, and the labels and
-- checks that have no steps; a figure is named by its row, and by its row and column
with cited as (
    {%- for steps in trace_models() %}
        select
            mart,
            row_key,
            column_name,
            source_release_key,
            row_number
        from {{ ref('int_' ~ steps) }}
        where row_number is not null
        union
    {%- endfor %}
    select
        'dim_company' as mart,
        tax_id as row_key,
        null as column_name,
        source_release_key,
        row_number
    from {{ ref('int_emissions__company') }}
    union
    -- the list of companies whose reports are judged
    select
        'dim_company',
        tax_id,
        null,
        source_release_key,
        row_number
    from {{ ref('int_disclosures__company') }}
    union
    select
        'dim_facility',
        located.control_no,
        null,
        located.source_release_key,
        located.row_number
    from {{ ref('int_emissions__grade_coordinates') }} as located
    semi join {{ ref('int_emissions__select_as_of') }} as plant
        on plant.control_no = located.control_no
    union
    select
        'dq_reconciliation',
        concat_ws('/', plant.tax_id, plant.year),
        null,
        plant.source_release_key,
        plant.row_number
    from {{ ref('stg_observatory__coal_plant') }} as plant
    semi join {{ ref('int_emissions__reconcile_coal') }} as compared
        on compared.cell_ref = concat_ws('|', plant.tax_id, plant.year, 'coal')
    union
    select
        'national_sector_emissions',
        concat_ws('/', year, method_code, sector_code),
        null,
        source_release_key,
        row_number
    from {{ ref('int_national__share_sector') }}
    union
    select
        'reference_pathway',
        '',
        null,
        source_release_key,
        row_number
    from {{ ref('int_pathways__draw') }}
    union
    -- a portfolio's figures carry no row numbers: its accepted rows are in use
    select
        case dataset_code
            when 'portfolio_holding' then 'fund_temperature_score' else 'company_temperature_score'
        end,
        dataset_code,
        null,
        source_release_key,
        row_number
    from {{ ref('int_own__accept') }}
    where dataset_code like 'portfolio%'
)

select distinct *
from (
    select
        mart,
        unnest([row_key, row_key || '/' || column_name]) as row_key,
        source_release_key,
        row_number
    from cited
) as named
where row_key is not null
