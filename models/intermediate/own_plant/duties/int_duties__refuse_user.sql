-- what a plant states of its energy in a year, typed, with all that is wrong with the row. An empty measure is not stated; a number beyond the
-- limit is more than all of Taiwan uses, so the unit must be another.
{%- set limits = {
    'coal_t': 100000000, 'fuel_oil_kl': 100000000, 'natural_gas_m3': 100000000000, 'contract_capacity_kw': 100000000, 'steam_t_per_h': 100000,
    'chiller_hp': 10000000
} %}
with typed as (
    select
        *,
        {{ number_from_text('year') }} as year_number,
        {%- for column in limits %}
        {{ number_from_text(column) }} as {{ column }}_number,
        {%- endfor %}
        case
            when lower(is_productive) in ('是', 'yes', 'y', 'true', '1') then true
            when lower(is_productive) in ('否', 'no', 'n', 'false', '0') then false
        end as productive_flag
    from {{ ref('stg_own_plant__energy_user') }}
),

judged as (
    select
        *,
        {%- set checks = [
            ['organisation_id is null', wrong_cell('typed', 'organisation_id', "'the code of the organisation'")],
            ['facility_id is null', wrong_cell('typed', 'facility_id', "'the code of the plant'")],
            ['year_number is null or year_number not between 1990 and 2100 or year_number <> trunc(year_number)',
                wrong_cell('typed', 'year', "'a year of the AD calendar' || " ~ roc_hint('year_number'))],
            ["coalesce(" ~ limits | join(', ') ~ ") is null",
                "'no measure is stated; expected a number in one of the columns " ~ limits | join(', ') ~ "'"],
            ['is_productive is not null and productive_flag is null', wrong_cell('typed', 'is_productive', "'是 or 否, yes or no'")],
        ] %}
        {%- for column, limit in limits.items() %}
        {%- do checks.append([
            column ~ ' is not null and (' ~ column ~ '_number is null or ' ~ column ~ '_number < 0)',
            wrong_cell('typed', column, "'a number of 0 or more'")
        ]) %}
        {%- do checks.append([
            column ~ '_number > ' ~ limit,
            wrong_cell('typed', column, "'at most " ~ limit ~ ", more than all of Taiwan uses: is the unit right?'")
        ]) %}
        {%- endfor %}
        {{ problems(checks) }} as problem
    from typed
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    organisation_id, facility_id, try_cast(year_number as integer) as year,
    {%- for column in limits %}
    {{ column }}_number as {{ column }},
    {%- endfor %}
    productive_flag as is_productive, note,
    coalesce(problem, {{ repeated('problem', 'organisation_id, facility_id, year_number', 'organisation_id, facility_id and year') }}) as refusal
from judged
