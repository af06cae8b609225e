-- electricity of a user by year, typed, with all that is wrong with the row. All is needed to judge a saving rate; what there is none of is 0.
-- A number beyond the limit is more than all of Taiwan uses, so the unit must be another.
{%- set limits = {
    'purchased_kwh': 300000000000, 'self_generated_kwh': 300000000000, 'sold_kwh': 300000000000, 'contract_capacity_kw': 100000000
} %}
with typed as (
    select
        *,
        {{ number_from_text('year') }} as year_number,
        {%- for column in limits %}
        {{ number_from_text(column) }} as {{ column }}_number,
        {%- endfor %}
        case
            when lower(user_type) in ('thermal_power', 'thermal power', '火力電廠', '火力發電廠') then 'thermal_power'
            when lower(user_type) in ('cogeneration', '汽電共生廠', '汽電共生') then 'cogeneration'
            when lower(user_type) in ('other', '其他', '其餘') then 'other'
        end as user_type_code
    from {{ ref('stg_own_plant__saving_year') }}
),

judged as (
    select
        *,
        {%- set checks = [
            ['organisation_id is null', wrong_cell('typed', 'organisation_id', "'the code of the organisation'")],
            ['year_number is null or year_number not between 1990 and 2100 or year_number <> trunc(year_number)',
                wrong_cell('typed', 'year', "'a year of the AD calendar' || " ~ roc_hint('year_number'))],
            ['user_type_code is null',
                wrong_cell('typed', 'user_type', "'thermal_power 火力電廠, cogeneration 汽電共生廠 or other 其他'")],
        ] %}
        {%- for column, limit in limits.items() %}
        {%- do checks.append([
            column ~ '_number is null or ' ~ column ~ '_number < 0', wrong_cell('typed', column, "'a number of 0 or more'")
        ]) %}
        {%- do checks.append([
            column ~ '_number > ' ~ limit,
            wrong_cell('typed', column, "'at most " ~ limit ~ ", more than all of Taiwan uses: is the unit right?'")
        ]) %}
        {%- endfor %}
        {%- do checks.append([
            'sold_kwh_number > purchased_kwh_number + self_generated_kwh_number',
            wrong_cell('typed', 'sold_kwh', "'at most what was bought and generated'")
        ]) %}
        {{ problems(checks) }} as problem
    from typed
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    organisation_id, try_cast(year_number as integer) as year,
    {%- for column in limits %}
    {{ column }}_number as {{ column }},
    {%- endfor %}
    user_type_code as user_type, note,
    coalesce(problem, {{ repeated('problem', 'organisation_id, year_number', 'organisation_id and year') }}) as refusal
from judged
