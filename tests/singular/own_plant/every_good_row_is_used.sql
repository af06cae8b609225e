-- a row that no check refuses stands in a mart: nothing is lost between the two
{%- set used = {
    'int_inventory__refuse_activity': 'fct_inventory_line', 'int_inventory_use__refuse_quick_estimate': 'quick_estimate',
    'int_duties__refuse_user': 'regulated_user_assessment', 'int_duties__refuse_measure': 'saving_measure_credit',
    'int_equipment__refuse_storage_site': 'storage_siting_assessment', 'int_equipment__refuse_breaker_test': 'breaker_trip_assessment',
    'int_cbam__refuse_goods': 'cbam_exposure',
} %}
{%- for check, mart in used.items() %}
select given.file_name || ', row ' || given.row_number || ': no problem was found, but {{ mart }} has no row of it' as problem
from {{ ref(check) }} as given
where given.refusal is null and not exists (
    select 1 from {{ ref(mart) }} as found
    -- a plant that is also in the inventory carries both releases
    where contains(' ' || found.source_release_key || ' ', ' ' || given.source_release_key || ' ') and found.row_number = given.row_number
)
union all
{%- endfor %}
select given.file_name || ', row ' || given.row_number || ': no problem was found, but saving_rate_assessment has no row of it'
from {{ ref('int_duties__refuse_year') }} as given
where given.refusal is null and not exists (
    select 1 from {{ ref('saving_rate_assessment') }} as found
    where found.input_code = given.input_code and found.organisation_id = given.organisation_id and found.year = given.year
)
