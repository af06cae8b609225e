-- what declared fuel, coal, pollutants and penalties rest on
{%- set fuel_key = "concat_ws('/', control_no, year, quarter, fuel_code)" %}

with fuel as (
    select
        *,
        {{ fuel_key }} as row_key
    from {{ ref('int_declarations__sum_fuel') }}
),

links as (
    select
        'fct_facility_fuel_use' as mart,
        {{ fuel_key }} as row_key,
        source_release_key,
        row_number,
        concat_ws(' ', fuel_name, format('{:.15g}', declared_quantity), declared_unit) as raw_text
    from {{ ref('int_declarations__convert_fuel') }}
    where exclusion_code is null
    union all by name
    select
        'fct_facility_fuel_use' as mart,
        row_key,
        'energy_gj' as column_name,
        'fac_heating_value' as parameter_table,
        heating_value_key as parameter_key
    from fuel
    where energy_gj is not null
    union all by name
    select
        'fct_facility_fuel_use' as mart,
        row_key,
        unnest(['quantity', 'energy_gj']) as column_name,
        'fac_density' as parameter_table,
        density_key as parameter_key
    from fuel
    where quantity is not null and density_key is not null
    union all by name
    select
        'fct_facility_fuel_use' as mart,
        fuel.row_key,
        'tco2e' as column_name,
        factor.parameter_table,
        factor.parameter_key
    from fuel
    inner join {{ ref('int_factors__trace_combustion') }} as factor
        on factor.emission_factor_key = fuel.emission_factor_key
    where fuel.tco2e is not null
    union all by name
    select
        'company_declared_coal' as mart,
        concat_ws('/', tax_id, year) as row_key,
        'fct_facility_fuel_use' as parent_mart,
        row_key as parent_row_key
    from fuel
    where tax_id is not null and coal_kind_code is not null
    union all by name
    select
        'fct_facility_air_pollutants' as mart,
        concat_ws('/', control_no, report_period_text, pollutant_code) as row_key,
        source_release_key,
        row_number,
        format('{:.15g} ', value) || unit_code as raw_text
    from {{ ref('int_declarations__measure_pollutant') }}
    union all by name
    select
        'fct_penalty' as mart,
        concat_ws('/', source_release_key, row_number) as row_key,
        source_release_key,
        row_number,
        concat_ws(', ', document_no, format('{:.15g} TWD', penalty_twd)) as raw_text
    from {{ ref('int_declarations__choose_penalty') }}
)

{{ as_trace('links') }}
