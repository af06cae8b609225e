-- quick estimates with typed values, and all that is wrong with a row; an empty quantity means that the plant uses none
{%- set quantities = ['electricity_kwh', 'steam_coal_t', 'fuel_oil_kl', 'diesel_kl', 'natural_gas_m3', 'lpg_t'] %}

with typed as (
    select
        stated.*,
        case when regexp_full_match(stated.year, '[0-9]{2,4}') then cast(stated.year as integer) end as year_number,
        named.industry_code,
        {%- for name in quantities %}
        {{ number_from_text('stated.' ~ name) }} as {{ name }}_number,
        {%- endfor %}
        years.last_year
    from {{ ref('stg_own_plant__quick_estimate') }} as stated
    left join {{ ref('int_inventory_use__industry_name') }} as named on named.name_text = lower(stated.industry)
    -- without a published electricity factor near the year an estimate says nothing
    cross join (
        select max(year) + 2 as last_year from {{ ref('fac_electricity') }} where definition_code = 'utility_sales' and status = 'actual'
    ) as years
),

-- what an unknown industry may have been meant to be
nearest as (
    select
        typed.source_release_key, typed.row_number,
        max_by(names.label_text, jaro_winkler_similarity(lower(typed.industry), names.name_text)) as label_text
    from typed
    inner join {{ ref('int_inventory_use__industry_name') }} as names
        on jaro_winkler_similarity(lower(typed.industry), names.name_text) >= 0.65
    where typed.industry_code is null
    group by typed.source_release_key, typed.row_number
),

valid as (
    select string_agg(industry_code || ' (' || name_zh || ')', ', ' order by sort_order) as labels_text
    from {{ ref('ref_industry') }}
    where classification_code = 'energy_audit' and not is_aggregate
),

judged as (
    select
        typed.*,
        {{ problems([
            ["typed.organisation_id is null", wrong_cell('typed', 'organisation_id', "'a name of the organisation'")],
            ["typed.facility_id is null", wrong_cell('typed', 'facility_id', "'a name of the plant'")],
            ["coalesce(typed.year_number, 0) not between 2008 and typed.last_year",
             wrong_cell('typed', 'year', "'a year of the AD calendar from 2008 to ' || typed.last_year || " ~ roc_hint('typed.year_number'))],
            ["typed.industry_code is null",
             wrong_cell('typed', 'industry', "'an industry: ' || valid.labels_text || coalesce('; did you mean ' || nearest.label_text || '?', '')")],
        ] + quantity_problems('typed', quantities) + [
            [all_none('typed', quantities), "'all quantities are empty or next to 0; expected 0.001 or more in at least one of " ~ quantities | join(', ') ~ "'"],
        ]) }} as problem
    from typed
    cross join valid
    left join nearest on nearest.source_release_key = typed.source_release_key and nearest.row_number = typed.row_number
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    organisation_id, facility_id, year_number as year, industry_code,
    {%- for name in quantities %}
    coalesce({{ name }}_number, case when {{ name }} is null then 0 end) as {{ name }},
    {%- endfor %}
    note,
    coalesce(problem, {{ repeated('problem', 'organisation_id, facility_id, year_number', 'organisation_id, facility_id and year') }}) as refusal
from judged
