-- saving measures, typed, with all that is wrong with the row. A kind needs its own numbers and no others: a measure that saves heat and
-- electricity is two measures. Limits: more than all of Taiwan uses, or more hours than a year has.
{%- set limits = {'saved_kwh': 300000000000, 'saved_kcal': 300000000000000, 'reduced_kw': 100000000, 'reduced_hours': 8784} %}
{%- set kinds_of = {
    'saved_kwh': ['electricity', 'own_renewable'], 'saved_kcal': ['heat'], 'reduced_kw': ['demand_response'],
    'reduced_hours': ['demand_response']
} %}
with typed as (
    select
        *,
        case
            when lower(kind) in ('electricity', '節電', '節約電能', '電能', '電力') then 'electricity'
            when lower(kind) in ('heat', '節熱', '節約熱能', '熱能') then 'heat'
            when lower(kind) in ('demand_response', 'demand response', '需量反應') then 'demand_response'
            when lower(kind) in ('own_renewable', 'own renewable', '自用再生能源', '再生能源自用', '再生能源') then 'own_renewable'
        end as kind_code,
        case when regexp_full_match(start_date, '(19|20)[0-9]{2}([-/])[0-9]{1,2}[-/][0-9]{1,2}( 00:00:00)?')
            then try_cast(left(replace(start_date, '/', '-'), 10) as date) end as start_day,
        {%- for column in limits %}
        {{ number_from_text(column) }} as {{ column }}_number,
        {%- endfor %}
        {{ number_from_text('months') }} as months_number
    from {{ ref('stg_own_plant__saving_measure') }}
),

judged as (
    select
        *,
        {%- set checks = [
            ['organisation_id is null', wrong_cell('typed', 'organisation_id', "'the code of the organisation'")],
            ['measure_id is null', wrong_cell('typed', 'measure_id', "'the code of the measure'")],
            ['kind_code is null', wrong_cell('typed', 'kind',
                "'electricity 節電, heat 節熱, demand_response 需量反應 or own_renewable 自用再生能源'")],
            ['start_day is null', wrong_cell('typed', 'start_date', "'a day of the AD calendar as YYYY-MM-DD'
                || case when regexp_full_match(start_date, '1?[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}')
                    then '; ' || start_date || ' looks like a ROC year, write '
                        || (1911 + regexp_extract(start_date, '^[0-9]+')::integer) else '' end")],
            ["kind_code <> 'demand_response' and months is not null and coalesce(months_number not in (" ~ range(1, 13) | join(', ') ~ "), true)",
                wrong_cell('typed', 'months', "'a whole number from 1 to 12, or nothing for 12'")],
            ["kind_code = 'demand_response' and months is not null",
                wrong_cell('typed', 'months', "'nothing: demand response counts on its day'")],
        ] %}
        {%- for column, limit in limits.items() %}
        {%- set is_asked = "kind_code in ('" ~ kinds_of[column] | join("', '") ~ "')" %}
        {%- do checks.append([
            is_asked ~ ' and (' ~ column ~ '_number is null or ' ~ column ~ '_number < 0)',
            wrong_cell('typed', column, "'a number of 0 or more'")
        ]) %}
        {%- do checks.append([
            is_asked ~ ' and ' ~ column ~ '_number > ' ~ limit, wrong_cell('typed', column, "'at most " ~ limit ~ ": is the unit right?'")
        ]) %}
        {%- do checks.append([
            'not ' ~ is_asked ~ ' and ' ~ column ~ ' is not null',
            wrong_cell('typed', column, "'nothing for the kind ' || kind_code || ': state it as a measure of its own'")
        ]) %}
        {%- endfor %}
        {{ problems(checks) }} as problem
    from typed
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    organisation_id, measure_id, measure_name, kind_code as kind, start_day as start_date,
    case when kind_code <> 'demand_response' then coalesce(try_cast(months_number as integer), 12) end as months_count,
    {%- for column in limits %}
    {{ column }}_number as {{ column }},
    {%- endfor %}
    coalesce(lower(proof) not in ('無', '否', '没有', '沒有', 'no', 'none', 'false', '-', 'n/a'), false) as has_proof,
    proof, note,
    coalesce(problem, {{ repeated('problem', 'organisation_id, measure_id', 'organisation_id and measure_id') }}) as refusal
from judged
