{%- set corrected = 'last_year.intensity_if_corrected / first_year.intensity_if_corrected' %}
{%- set change = 'last_year.intensity / first_year.intensity' %}
{%- set root = '1.0 / company.improvement_years' %}
with yearly as (
    select
        energy.tax_id,
        energy.report_year,
        energy.year,
        energy.value as energy_gj,
        revenue.value as revenue_twd,
        suspect.suggested_value as suggested_gj,
        coalesce(suspect.is_unit_error, false) or energy.is_unit_error as is_unit_error,
        nullif(concat_ws(
            '; ',
            suspect.reason,
            case when energy.is_unit_error then 'a later report says ' || energy.newest_value end,
            'revenue: ' || doubted.reason
        ), '') as reason,
        energy.value / (revenue.value / 1e6) as intensity,
        coalesce(suspect.suggested_value, energy.value) / (revenue.value / 1e6)
            as intensity_if_corrected,
        energy.page,
        energy.source_release_key as energy_release_key,
        revenue.source_release_key as revenue_release_key
    from {{ ref('int_disclosures__energy_as_reported') }} as energy
    inner join {{ ref('int_disclosures__energy_as_reported') }} as revenue
        on revenue.tax_id = energy.tax_id
            and revenue.report_year = energy.report_year
            and revenue.year = energy.year
            and revenue.measure = 'revenue_twd'
            and revenue.value > 0
    left join {{ ref('int_disclosures__suspect_value') }} as suspect
        on suspect.tax_id = energy.tax_id
            and suspect.year = energy.year
            and suspect.measure = 'total_energy_gj'
            and not energy.is_restated
    left join {{ ref('int_disclosures__suspect_value') }} as doubted
        on doubted.tax_id = energy.tax_id
            and doubted.year = energy.year
            and doubted.measure = 'revenue_twd'
            and not revenue.is_restated
    where energy.measure = 'total_energy_gj' and energy.value > 0
),

company as (
    select
        listed.tax_id,
        listed.report_year,
        cast(listed.report_year - rule.improvement_years as integer) as first_year,
        listed.report_year as last_year,
        rule.improvement_years,
        listed.source_release_key
    from {{ ref('int_disclosures__company') }} as listed
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = listed.report_year
)

select
    company.tax_id,
    company.report_year,
    company.first_year,
    company.last_year,
    {{ without_noise('first_year.intensity', 9) }} as first_intensity,
    {{ without_noise('last_year.intensity', 9) }} as last_intensity,
    {{ without_noise(change ~ ' - 1', 9) }} as total_change_ratio,
    {{ without_noise('1 - pow(' ~ change ~ ', ' ~ root ~ ')', 9) }} as annual_improvement_ratio,
    -- only where every suspect value has one that would fit
    case
        when (first_year.reason is not null or last_year.reason is not null)
            and (first_year.reason is null or first_year.suggested_gj is not null)
            and (last_year.reason is null or last_year.suggested_gj is not null)
            then {{ without_noise('1 - pow(' ~ corrected ~ ', ' ~ root ~ ')', 9) }}
    end as annual_improvement_if_corrected_ratio,
    first_year.reason is not null or last_year.reason is not null as is_suspect,
    coalesce(first_year.is_unit_error or last_year.is_unit_error, false) as is_unit_error,
    nullif(concat_ws(
        '; ',
        company.first_year || ': ' || first_year.reason,
        company.last_year || ': ' || last_year.reason
    ), '') as suspect_reason,
    nullif(concat_ws('; ', first_year.page, last_year.page), '') as page,
    case
        when first_year.tax_id is null then 'energy or revenue of ' || company.first_year
        when last_year.tax_id is null then 'energy or revenue of ' || company.last_year
    end as missing_input,
    {{ distinct_words("coalesce(nullif(concat_ws(' ',
        first_year.energy_release_key, first_year.revenue_release_key,
        last_year.energy_release_key, last_year.revenue_release_key
    ), ''), company.source_release_key)") }} as source_release_key
from company
left join yearly as first_year
    on first_year.tax_id = company.tax_id
        and first_year.report_year = company.report_year
        and first_year.year = company.first_year
left join yearly as last_year
    on last_year.tax_id = company.tax_id
        and last_year.report_year = company.report_year
        and last_year.year = company.last_year
