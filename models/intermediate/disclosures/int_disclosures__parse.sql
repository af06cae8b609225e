-- the unit of a number is the one in its cell, else that of the column beside it, else the form's
with with_unit as (
    select
        cut.*,
        case
            when not cut.is_measured then null
            when cut.value_kind = 'percent'
                and coalesce(cut.cell_unit_text, stated.unit_code) is null
                then case when cut.stated_number <= 1 then 'ratio' else 'pct' end
            when cut.cell_unit_text is not null then in_cell.unit_code
            -- no unit at all is the form's own; a unit that is in no list is not guessed
            when coalesce(cut.column_unit_text, 'na') = 'na' then cut.form_unit_code
            else stated.unit_code
        end as stated_unit_code,
        case
            when cut.cell_unit_text is not null then in_cell.multiplier
            else coalesce(stated.multiplier, 1)
        end as multiplier
    from {{ ref('int_disclosures__read_text') }} as cut
    left join {{ ref('ref_unit_text') }} as in_cell
        on in_cell.unit_text = cut.cell_unit_text
    left join {{ ref('ref_unit_text') }} as stated
        on cut.is_measured and stated.unit_text = cut.column_unit_text
),

converted as (
    select
        with_unit.*,
        unit.base_unit_code,
        unit.base_unit_code = wanted.base_unit_code as is_same_kind,
        unit.base_unit_code in ('gj', 'kwh') and wanted.base_unit_code in ('gj', 'kwh')
            as is_energy,
        with_unit.stated_number * with_unit.multiplier * unit.to_base_factor * case
            when is_same_kind then 1 / wanted.to_base_factor
            when is_energy and unit.base_unit_code = 'gj' then 1 / 0.0036
            when is_energy then 0.0036
            else 1
        end as number_in_unit,
        regexp_matches(with_unit.value_text, restricted.pattern) as is_restricted,
        -- of several years the first that is not before the year the rules ask for, else the last
        coalesce(
            list_min(list_filter(
                with_unit.years,
                year -> year >= rule.target_year and len(with_unit.years) > 1
            )),
            list_max(with_unit.years)
        ) as year_that_counts
    from with_unit
    left join {{ ref('ref_unit') }} as unit on unit.unit_code = with_unit.stated_unit_code
    left join {{ ref('ref_unit') }} as wanted on wanted.unit_code = with_unit.field_unit_code
    left join {{ ref('rule_report_wording') }} as restricted
        on with_unit.value_kind = 'year' and restricted.wording_code = 'year_restricted'
    left join {{ ref('int_disclosures__rule_in_force') }} as rule
        on rule.year = with_unit.report_year
)

select
    tax_id,
    report_year,
    field_no,
    field_code,
    source_kind_code,
    value_kind,
    value_text,
    unit_text,
    note,
    page,
    review_code,
    first_value_text,
    review_key,
    value_state,
    case when value_kind = 'flag' and value_state <> 'silent' then value_state = 'value' end
        as value_flag,
    case
        when value_kind = 'year' then year_that_counts
        when field_unit_code is null then stated_number
        else {{ without_noise('number_in_unit', 9) }}
    end as value_number,
    case
        when value_kind = 'year' then 'year'
        when stated_number is null then null
        when is_same_kind or is_energy then field_unit_code
        else base_unit_code
    end as unit_code,
    list_filter([
        case when len(years) > 1 then 'multi_valued' end,
        case when is_restricted then 'restricted_scope' end,
        case
            when is_measured and value_state = 'value' and stated_number is null
                then 'not_a_number'
        end,
        case
            when stated_number is not null
                and stated_unit_code is null
                and field_unit_code is not null
                then 'unit_unknown'
        end,
        case
            when value_kind = 'flag' and value_state = 'value' and not is_yes
                then 'text_for_flag'
        end
    ], flag -> flag is not null) as flags,
    years,
    source_release_key,
    row_number
from converted
