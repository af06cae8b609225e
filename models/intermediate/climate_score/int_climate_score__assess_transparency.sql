-- 8: emissions of three years, and scope 3 by its main categories
with main as (
    select
        field.tax_id,
        field.report_year,
        count(*) as main_count
    from {{ ref('int_disclosures__field') }} as field
    inner join {{ ref('rule_indicator_reading') }} as reading
        on reading.indicator_no = 8
            and list_contains(string_split(reading.requires, ' '), field.field_code)
            and field.report_year between reading.valid_from_year
            and coalesce(reading.valid_to_year, 9999)
    where field.value_number is not null
    group by field.tax_id, field.report_year
),

emissions as (
    select
        input.*,
        input.scope3_category_count + input.iso_category_count as category_count,
        coalesce(input.three_years_of_emissions, false) as has_three_years,
        input.scope1 is not null and input.scope2 is not null as has_both_scopes,
        rule.least_categories,
        rule.main_coverage_pct,
        coalesce(main.main_count, 0) > 0 as has_main,
        -- two breakdowns of one total: GHG Protocol and ISO 14064-1
        round(
            100 * greatest(input.scope3_category_sum, input.iso_category_sum)
            / nullif(input.scope3, 0),
            1
        ) as coverage_pct,
        -- the wide reading: any one category is a main one
        case
            when has_three_years and has_both_scopes and category_count >= rule.least_categories
                then 'met'
            when input.three_years_of_emissions_state = 'silent'
                and input.scope1_state = 'silent'
                and input.scope2_state = 'silent'
                then 'not_disclosed'
            else 'not_met'
        end as wide_status
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = input.report_year
    left join main on main.tax_id = input.tax_id and main.report_year = input.report_year
)

select
    tax_id,
    report_year,
    8 as indicator_no,
    case
        when wide_status <> 'met' then wide_status
        when not has_main then 'not_met'
        when coverage_pct is null then 'insufficient_data'
        when coverage_pct < main_coverage_pct then 'not_met'
        else 'met'
    end as status,
    wide_status,
    cast(category_count as double) as value,
    least_categories as threshold_value,
    case
        when not has_three_years then 'less than three years of scope 1 and 2'
        when scope1 is null then 'no number for scope 1'
        when scope2 is null then 'no number for scope 2'
        when category_count > 0 and not has_main then 'no number for purchased goods'
        when category_count > 0 and coverage_pct is null then 'total of scope 3 missing'
        when category_count > 0 and coverage_pct < main_coverage_pct
            then 'the categories cover ' || coverage_pct || ' % of scope 3'
        when scope3_category_count > 0 then 'scope 3 by category of the GHG Protocol'
        when iso_category_count > 0 then 'scope 3 by category of ISO 14064-1'
        when scope3 is not null then 'scope 3 as a total only'
        else 'no number for scope 3'
    end as basis,
    list_filter([
        case when scope3 is not null and category_count = 0 then 'partial' end,
        case when has_three_years and not has_both_scopes then 'conflict' end
    ], flag -> flag is not null) as flags,
    cast(null as varchar) as further_release_key
from emissions
