-- Energy, electricity and revenue as the reports and sheets up to a report year tell them: what a
-- later one restates does not change the assessment of the year before.
with report_years as (
    select distinct report_year from {{ ref('int_disclosures__company') }}
),

known as (
    select
        years.report_year,
        stated.*
    from report_years as years
    inner join {{ ref('int_disclosures__state_energy') }} as stated
        on stated.stated_in <= years.report_year
    qualify row_number() over (
            partition by years.report_year, stated.tax_id, stated.year, stated.measure
            order by stated.preference, stated.stated_in desc, stated.row_number
        ) = 1
)

select
    known.tax_id,
    known.report_year,
    known.year,
    known.measure,
    {{ without_noise('known.value') }} as value,
    known.page,
    known.source_kind_code,
    known.source_release_key,
    known.row_number,
    -- what is known of the newest figure holds for it alone
    {{ without_noise('known.value') }} <> newest.value as is_restated,
    -- unless it is the later one that is wrong
    {{ is_power_of_ten('known.value / newest.value', 'rule.power_min', 'rule.power_tolerance') }}
    and not coalesce(suspect.is_unit_error, false) as is_unit_error,
    newest.value as newest_value
from known
inner join {{ ref('int_disclosures__energy_year') }} as newest
    on newest.tax_id = known.tax_id
        and newest.year = known.year
        and newest.measure = known.measure
left join {{ ref('int_disclosures__find_suspects') }} as suspect
    on suspect.tax_id = known.tax_id
        and suspect.year = known.year
        and suspect.measure = known.measure
left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = known.report_year
