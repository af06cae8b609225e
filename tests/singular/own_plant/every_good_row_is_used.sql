-- a row that no check refuses stands in a mart: nothing is lost between the two
{%- set used = {
    'int_inventory__accept_activity': 'fct_inventory_line',
    'int_inventory_use__read_quick_estimate': 'quick_estimate',
    'int_duties__read_user': 'regulated_user_assessment',
    'int_duties__read_measure': 'saving_measure_credit',
    'int_equipment__read_storage_site': 'storage_siting_assessment',
    'int_equipment__read_breaker_test': 'breaker_trip_assessment',
    'int_cbam__read_goods': 'cbam_exposure',
} %}
{%- for check, mart in used.items() %}
    select
        given.file_name
        || ', row '
        || given.row_number
        || ': no problem was found, but {{ mart }} has no row of it' as problem
    from {{ ref(check) }} as given
    where not exists (
            select 1 from {{ ref(mart) }} as found
            -- a plant that is also in the inventory carries both releases
            where contains(
                    ' ' || found.source_release_key || ' ', ' ' || given.source_release_key || ' '
                )
                and found.row_number = given.row_number
        )
    union all
{%- endfor %}
select
    given.file_name
    || ', row '
    || given.row_number
    || ': no problem was found, but saving_rate_assessment has no row of it'
from {{ ref('int_duties__read_year') }} as given
where not exists (
        select 1 from {{ ref('saving_rate_assessment') }} as found
        where found.source_kind_code = given.source_kind_code
            and found.organisation_id = given.organisation_id
            and found.year = given.year
    )
