-- what estimates, duties, equipment tests and imports of a plant rest on
{%- set stated = [
    ('saving_measure_credit', 'int_duties__credit_measure', 'saving_measure',
        'source_kind_code, organisation_id, measure_id, year'),
    ('saving_rate_assessment', 'int_duties__read_year', 'saving_year',
        'source_kind_code, organisation_id, year'),
    ('quick_estimate', 'int_inventory_use__read_quick_estimate', 'quick_estimate',
        'source_kind_code, organisation_id, facility_id, year'),
    ('cbam_exposure', 'int_cbam__assess_scope', 'cbam_goods', 'source_kind_code, declaration_id'),
    ('breaker_trip_assessment', 'int_equipment__assess_breaker_test', 'breaker_test',
        'source_release_key, row_number'),
    ('storage_siting_assessment', 'int_equipment__classify_storage', 'storage_site',
        'source_kind_code, site_id, room_id, reading_code'),
] %}
{%- set ruled = [
    ('regulated_user_assessment', 'int_duties__assess_threshold', 'threshold_value',
        'rule_duty_threshold', 'threshold_code', "status <> 'no_rule'",
        'source_kind_code, organisation_id, facility_id, year, threshold_code'),
    ('saving_measure_credit', 'int_duties__credit_measure', 'counted_kwh',
        'rule_heat_saving', 'rule_key', 'rule_key is not null',
        'source_kind_code, organisation_id, measure_id, year'),
    ('saving_rate_assessment', 'int_duties__assess_saving', 'required_pct',
        'rule_saving_rate', 'rule_key', 'rule_key is not null',
        'source_kind_code, organisation_id, year'),
] %}

with links as (
    {%- for mart, model, dataset, key in stated %}
        select
            '{{ mart }}' as mart,
            concat_ws('/', {{ key }}) as row_key,
            source_release_key,
            row_number,
            '{{ dataset }}' as dataset_code
        from {{ ref(model) }}
        where row_number is not null
        union all by name
    {%- endfor %}
    {%- for mart, model, column, table, rule, is_ruled, key in ruled %}
        select
            '{{ mart }}' as mart,
            concat_ws('/', {{ key }}) as row_key,
            '{{ column }}' as column_name,
            '{{ table }}' as parameter_table,
            {{ rule }} as parameter_key,
            year as parameter_year
        from {{ ref(model) }}
        where {{ is_ruled }}
        union all by name
    {%- endfor %}
    -- a plant that is also in the inventory carries both releases: the row is that of its user
    select
        'regulated_user_assessment' as mart,
        concat_ws(
            '/', plant.source_kind_code, plant.organisation_id, plant.facility_id, plant.year,
            plant.threshold_code
        ) as row_key,
        stated.source_release_key,
        stated.row_number,
        'energy_user' as dataset_code
    from {{ ref('int_duties__assess_threshold') }} as plant
    inner join {{ ref('int_duties__read_user') }} as stated
        on stated.source_kind_code = plant.source_kind_code
            and stated.organisation_id = plant.organisation_id
            and stated.facility_id = plant.facility_id and stated.year = plant.year
    union all by name
    -- what a plant did not state of its energy is assessed by its inventory
    select
        'regulated_user_assessment' as mart,
        concat_ws(
            '/', plant.source_kind_code, plant.organisation_id, plant.facility_id, plant.year,
            plant.threshold_code
        ) as row_key,
        'fct_inventory_line' as parent_mart,
        concat_ws('/', line.source_kind_code, line.activity_key, line.gas_code) as parent_row_key
    from {{ ref('int_duties__assess_threshold') }} as plant
    inner join {{ ref('int_inventory__line') }} as line
        on line.source_kind_code = plant.source_kind_code
            and line.organisation_id = plant.organisation_id
            and line.facility_id = plant.facility_id and line.year = plant.year
            and line.factor_choice_code = 'by_year'
            and line.gwp_set
            = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
    where plant.row_number is null or plant.value_basis = 'inventory'
    union all by name
    select
        'saving_rate_assessment' as mart,
        concat_ws('/', credit.source_kind_code, credit.organisation_id, credit.year) as row_key,
        'saving_measure_credit' as parent_mart,
        concat_ws(
            '/', credit.source_kind_code, credit.organisation_id, credit.measure_id, credit.year
        ) as parent_row_key
    from {{ ref('int_duties__credit_measure') }} as credit
    inner join {{ ref('int_duties__assess_saving') }} as assessed
        on assessed.source_kind_code = credit.source_kind_code
            and assessed.organisation_id = credit.organisation_id
            and assessed.year = credit.year
),

filled as (
    select
        links.*,
        stated.file_name,
        stated.raw_row as raw_text
    from links
    left join {{ ref('stg_own_plant__row') }} as stated
        on stated.dataset_code = links.dataset_code
            and stated.source_release_key = links.source_release_key
            and stated.row_number = links.row_number
)

{{ as_trace('filled') }}
