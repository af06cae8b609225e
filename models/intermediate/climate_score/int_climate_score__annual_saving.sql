-- the energy- or electricity-saving target per year: as stated, or the cumulative figure over (target year - base year). The form asks for no base
-- year of this target; where the note beside the figure names one it is used, else the cumulative figure cannot be annualised.
with read as (
    select
        tax_id,
        report_year,
        saving_target,
        saving_target_year,
        annual_saving_target,
        saving_target_set,
        saving_target_set_state,
        annual_saving_target_state,
        list_distinct(regexp_extract_all(
            coalesce(saving_target_note, ''),
            '(?:基準年|相較於|相較|較|以|vs|從)[ (（為]*(20[0-2][0-9])', 1
        )) as note_years,
        regexp_matches(saving_target_note, '前一年|上一年|去年') as says_last_year
    from {{ ref('int_climate_score__report_fields') }}
),

based as (
    select
        *,
        case
            when len(note_years) = 1 then cast(note_years[1] as integer)
            when says_last_year then cast(saving_target_year as integer) - 1
        end as saving_base_year,
        -- the same figure in both fields is one target: a rate up to 5 %, more must be cumulative
        coalesce(annual_saving_target = saving_target and annual_saving_target > 5, false)
            as is_cumulative_in_annual_field,
        coalesce(annual_saving_target = saving_target and annual_saving_target <= 5, false)
            as is_annual_in_cumulative_field
    from read
)

select
    tax_id,
    report_year,
    saving_target_set,
    saving_target_set_state,
    annual_saving_target_state,
    saving_target as cumulative_pct,
    saving_target_year,
    saving_base_year,
    case when not is_cumulative_in_annual_field then annual_saving_target end as stated_annual_pct,
    {{ without_noise('case when saving_target_year > saving_base_year and not is_annual_in_cumulative_field
        then saving_target / (saving_target_year - saving_base_year) end') }}
        as annualised_pct,
    saving_target is not null
    and not is_annual_in_cumulative_field
    and not coalesce(saving_target_year > saving_base_year, false)
        as is_cumulative_open,
    nullif(concat_ws(
        ' ',
        case when is_cumulative_in_annual_field then 'cumulative_in_annual_field' end,
        case when is_annual_in_cumulative_field then 'same_in_both_fields' end,
        case when saving_target_year < 2030 then 'ends_before_2030' end,
        case
            when
                not is_cumulative_in_annual_field and annual_saving_target > 5
                then 'implausible_annual_rate'
        end,
        case when saving_target_set_state = 'no' and saving_target is not null then 'conflict' end
    ), '') as flags
from based
