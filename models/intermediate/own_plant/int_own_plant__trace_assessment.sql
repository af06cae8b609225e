-- what estimates, duties, equipment tests and imports of a plant rest on
with links as (
    select
        'regulated_user_assessment'      as mart,
        concat_ws(
            '/', input_code, organisation_id, facility_id, year, threshold_code
        )                                as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_energy_user') }} as file_name
    from {{ ref('int_duties__assess_threshold') }}
    where row_number is not null
    union all by name
    -- a plant that stated nothing is assessed by its inventory
    select
        'regulated_user_assessment'      as mart,
        concat_ws(
            '/', plant.input_code, plant.organisation_id, plant.facility_id, plant.year,
            plant.threshold_code
        )                                as row_key,
        'fct_inventory_line'             as parent_mart,
        concat_ws('/', line.input_code, line.activity_key, line.gas_code) as parent_row_key
    from {{ ref('int_duties__assess_threshold') }} as plant
    inner join {{ ref('int_inventory__line') }} as line
        on line.input_code = plant.input_code
        and line.organisation_id = plant.organisation_id
        and line.facility_id = plant.facility_id and line.year = plant.year
        and line.factor_choice_code = 'by_year'
        and line.gwp_set = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
    where plant.row_number is null
    union all by name
    select
        'regulated_user_assessment'      as mart,
        concat_ws(
            '/', input_code, organisation_id, facility_id, year, threshold_code
        )                                as row_key,
        'threshold_value'                as column_name,
        'rule_duty_threshold'            as parameter_table,
        threshold_code                   as parameter_key,
        year                             as parameter_year
    from {{ ref('int_duties__assess_threshold') }}
    where status <> 'no_rule'
    union all by name
    select
        'saving_measure_credit'          as mart,
        concat_ws('/', input_code, organisation_id, measure_id, year) as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_saving_measure') }} as file_name
    from {{ ref('int_duties__credit_measure') }}
    union all by name
    select
        'saving_measure_credit'          as mart,
        concat_ws('/', input_code, organisation_id, measure_id, year) as row_key,
        'counted_kwh'                    as column_name,
        'rule_heat_saving'               as parameter_table,
        rule_key                         as parameter_key,
        year                             as parameter_year
    from {{ ref('int_duties__credit_measure') }}
    where rule_key is not null
    union all by name
    select
        'saving_rate_assessment'         as mart,
        concat_ws('/', input_code, organisation_id, year) as row_key,
        'saving_measure_credit'          as parent_mart,
        concat_ws('/', input_code, organisation_id, measure_id, year) as parent_row_key
    from {{ ref('int_duties__credit_measure') }}
    semi join {{ ref('int_duties__assess_saving') }} as assessed
        using (input_code, organisation_id, year)
    union all by name
    select
        'saving_rate_assessment'         as mart,
        concat_ws('/', assessed.input_code, assessed.organisation_id, assessed.year) as row_key,
        stated.source_release_key,
        stated.row_number,
        {{ seed_file('example_saving_year') }} as file_name,
        stated.raw_row                   as raw_text
    from {{ ref('int_duties__assess_saving') }} as assessed
    inner join {{ ref('stg_own_plant__saving_year') }} as stated
        on stated.input_code = assessed.input_code
        and stated.organisation_id = assessed.organisation_id
        and try_cast(stated.year as double) = assessed.year
    union all by name
    select
        'saving_rate_assessment'         as mart,
        concat_ws('/', input_code, organisation_id, year) as row_key,
        'required_pct'                   as column_name,
        'rule_saving_rate'               as parameter_table,
        rule_key                         as parameter_key,
        year                             as parameter_year
    from {{ ref('int_duties__assess_saving') }}
    where rule_key is not null
    union all by name
    select
        'quick_estimate'                 as mart,
        concat_ws('/', input_code, organisation_id, facility_id, year) as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_quick_estimate') }} as file_name
    from {{ ref('int_inventory_use__refuse_quick_estimate') }}
    where refusal is null
    union all by name
    select
        'cbam_exposure'                  as mart,
        concat_ws('/', input_code, declaration_id) as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_cbam_goods') }} as file_name
    from {{ ref('int_cbam__assess_scope') }}
    union all by name
    select
        'breaker_trip_assessment'        as mart,
        concat_ws('/', source_release_key, row_number) as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_breaker_test') }} as file_name
    from {{ ref('int_equipment__assess_breaker_test') }}
    union all by name
    select
        'storage_siting_assessment'      as mart,
        concat_ws('/', input_code, site_id, reading_code) as row_key,
        source_release_key,
        row_number,
        {{ seed_file('example_storage_site') }} as file_name
    from {{ ref('int_equipment__classify_storage') }}
)

{{ as_trace('links') }}
