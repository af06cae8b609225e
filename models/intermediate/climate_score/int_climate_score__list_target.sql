-- A percentage that the notes give to another year than that of its field is a target of that year
with form as (
    select
        input.tax_id,
        input.report_year,
        input.mid_term_target as stated_pct,
        cast(input.mid_term_base_year as integer) as base_year,
        coalesce(input.base_year_first, base_year) as first_base_year,
        cast(input.mid_term_target_year as integer) as field_year,
        list_transform(
            list_filter(said.pairs, pair -> abs(pair.stated_pct - input.mid_term_target) < 0.05),
            pair -> pair.target_year
        ) as years_of_pct,
        case
            when len(years_of_pct) > 0 and not list_contains(years_of_pct, field_year)
                then list_min(years_of_pct)
            else field_year
        end as target_year
    from {{ ref('int_climate_score__report_fields') }} as input
    left join (
        select
            tax_id,
            report_year,
            list({ 'target_year': target_year, 'stated_pct': stated_pct }) as pairs
        from {{ ref('int_climate_score__read_target_note') }}
        group by tax_id, report_year
    ) as said on said.tax_id = input.tax_id and said.report_year = input.report_year
),

sheet as (
    select
        tax_id,
        report_year,
        max(value_number) filter (where field_code = 'mid_term_target') as stated_pct,
        cast(max(value_number) filter (where field_code = 'mid_term_target_year') as integer)
            as target_year
    from {{ ref('int_disclosures__parse') }}
    where source_kind_code = 'sheet'
    group by tax_id, report_year
),

listed as (
    select
        tax_id,
        report_year,
        'form' as target_source_code,
        stated_pct,
        target_year,
        base_year,
        first_base_year,
        1 as preference
    from form
    union all by name
    -- a form without a percentage sets no absolute target
    select
        form.tax_id,
        form.report_year,
        other.target_source_code,
        other.stated_pct,
        other.target_year,
        coalesce(other.base_year, form.base_year) as base_year,
        coalesce(other.base_year, form.first_base_year) as first_base_year,
        other.preference
    from form
    inner join (
        select
            *,
            'note' as target_source_code,
            2 as preference
        from {{ ref('int_climate_score__read_target_note') }}
        union all by name
        select
            *,
            'sheet' as target_source_code,
            3 as preference
        from sheet
    ) as other
        on other.tax_id = form.tax_id
            and other.report_year = form.report_year
            and other.target_year <> form.target_year
    where form.stated_pct > 0
        and other.stated_pct between 0 and 100
        and other.target_year > form.report_year
        and (other.target_source_code = 'note' or other.target_year <> form.field_year)
)

select
    listed.* exclude (listed.preference),
    -- the one for the year of comparison, else the nearest after it, else the last before
    cast(row_number() over (
        partition by listed.tax_id, listed.report_year
        order by
            listed.target_year < rule.target_year,
            abs(listed.target_year - rule.target_year),
            listed.preference,
            listed.stated_pct
    ) as integer) as target_no
from listed
left join {{ ref('int_climate_score__rule_in_force') }} as rule on rule.year = listed.report_year
qualify row_number() over (
        partition by listed.tax_id, listed.report_year, listed.target_year, listed.stated_pct
        order by listed.preference
    ) = 1
