-- one row per plant, year and category, with the plant's part of the organisation's total
with summed as (
    select
        source_kind_code,
        organisation_id,
        facility_id,
        year,
        scope_code,
        category_code,
        any_value(iso_category_code) as iso_category_code,
        any_value(gwp_set) as gwp_set,
        sum(tco2e) as tco2e,
        sum(market_based_tco2e) as market_based_tco2e,
        sum(biogenic_tco2e) as biogenic_tco2e,
        sum(outside_tco2e) as outside_tco2e,
        {%- for family in ['co2', 'ch4', 'n2o', 'hfcs', 'pfcs', 'sf6', 'nf3', 'co2e'] %}
            coalesce(sum(tco2e) filter (where gas_family_code = '{{ family }}'), 0)
                as {{ family }}_tco2e,
        {%- endfor %}
        count(distinct activity_key) as activity_count,
        count(*) as line_count,
        sum(data_quality_score_count * tco2e) / nullif(sum(tco2e), 0) as data_quality_average_count,
        nullif({{ distinct_words("string_agg(flags, ' ')") }}, '') as flags,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from {{ ref('fct_inventory_line') }}
    group by source_kind_code, organisation_id, facility_id, year, scope_code, category_code
)

select
    summed.source_kind_code,
    summed.organisation_id,
    summed.facility_id,
    summed.year,
    summed.scope_code,
    summed.category_code,
    category.name_zh as category_zh,
    category.name_en as category_en,
    summed.iso_category_code,
    summed.gwp_set,
    {%- for measure in [
        'tco2e', 'market_based_tco2e', 'biogenic_tco2e', 'outside_tco2e', 'co2_tco2e', 'ch4_tco2e',
        'n2o_tco2e', 'hfcs_tco2e', 'pfcs_tco2e', 'sf6_tco2e', 'nf3_tco2e', 'co2e_tco2e'
    ] %}
        cast({{ without_noise('summed.' ~ measure, 6) }} as double) as {{ measure }},
    {%- endfor %}
    {{ without_noise('summed.tco2e / nullif(sum(summed.tco2e) over same_year, 0)', 12) }}
        as share_ratio,
    cast(summed.activity_count as integer) as activity_count,
    cast(summed.line_count as integer) as line_count,
    {{ without_noise('summed.data_quality_average_count', 6) }} as data_quality_average_count,
    case
        when summed.data_quality_average_count < 10 then '1'
        when summed.data_quality_average_count < 19 then '2'
        when summed.data_quality_average_count is not null then '3'
    end as data_quality_grade_code,
    cast(unused.organisation_unused_count as integer) as unused_row_count,
    unused.organisation_unused_count = 0 as is_complete,
    summed.flags,
    summed.source_release_key
from summed
inner join {{ ref('int_inventory_use__count_unused') }} as unused
    on unused.source_kind_code = summed.source_kind_code
        and unused.organisation_id = summed.organisation_id
        and unused.facility_id = summed.facility_id
        and unused.year = summed.year
inner join
    {{ ref('ref_inventory_category') }} as category
    on category.category_code = summed.category_code
window same_year as (partition by summed.source_kind_code, summed.organisation_id, summed.year)
