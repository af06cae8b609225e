-- total energy, electricity and revenue of a company by year: from the report's own fields where they speak, else from the sheets
with field_years as (
    select
        tax_id,
        cast(right(field_code, 4) as integer) as year,
        left(field_code, length(field_code) - 5) as measure,
        value_number,
        page,
        source_kind_code,
        conflict_value_text,
        source_release_key,
        row_number
    from {{ ref('int_disclosures__field') }}
    where regexp_full_match(field_code, '(energy|electricity|revenue)_20[0-9]{2}')
        and value_number is not null
),

sheets as (
    {%- for year in [2022, 2023, 2024] %}
        select
            code.tax_id,
            {{ year }} as year,
            sheet.energy_{{ year }}_mj / 1000 as total_energy_gj,
            sheet.revenue_{{ year }}_twd as revenue_twd,
            'energy_revenue' as source_kind_code,
            1 as preference,
            sheet.source_release_key,
            sheet.row_number
        from {{ ref('stg_observatory__energy_revenue') }} as sheet
        inner join
            {{ ref('int_disclosures__resolve_code') }} as code
            on code.company_code = sheet.company_code and code.tax_id is not null
        union all
        select
            sheet.tax_id,
            {{ year }},
            null,
            sheet.revenue_{{ year }}_twd1m * 1e6,
            'ghg_revenue',
            2,
            sheet.source_release_key,
            sheet.row_number
        from {{ ref('stg_observatory__ghg_revenue') }} as sheet
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

newest_sheets as (
    select sheets.*
    from sheets
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheets.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by sheets.tax_id, sheets.year, sheets.source_kind_code
            order by release.vintage_date desc, sheets.row_number
        ) = 1
),

candidates as (
    select
        tax_id,
        year,
        case measure
            when 'energy' then 'total_energy_gj' when 'electricity' then 'electricity_kwh' else
                'revenue_twd'
        end as measure,
        value_number as value,
        page,
        source_kind_code,
        case measure when 'revenue' then 3 else 0 end as preference,
        source_release_key,
        row_number
    from field_years
    union all
    select
        tax_id,
        year,
        'total_energy_gj',
        total_energy_gj,
        null,
        source_kind_code,
        preference,
        source_release_key,
        row_number
    from newest_sheets
    where total_energy_gj is not null
    union all
    select
        tax_id,
        year,
        'revenue_twd',
        revenue_twd,
        null,
        source_kind_code,
        preference,
        source_release_key,
        row_number
    from newest_sheets
    where revenue_twd is not null and revenue_twd > 0
)

select
    candidates.tax_id,
    candidates.year,
    candidates.measure,
    candidates.page,
    candidates.source_kind_code,
    -- MJ / 1000 is no binary fraction
    {{ without_noise('candidates.value') }} as value,
    -- another input that says something else, beyond the rounding of whole MJ and thousand TWD
    first(
        case
            when
                abs(candidates.value - other.value) > greatest(1, 1e-6 * candidates.value)
                then other.source_kind_code
        end
        order by other.preference
    ) as conflict_source_kind_code,
    first(
        case
            when
                abs(candidates.value - other.value) > greatest(1, 1e-6 * candidates.value)
                then other.value
        end
        order by other.preference
    ) as conflict_value,
    candidates.source_release_key,
    candidates.row_number
from (
    select * from candidates
    qualify row_number() over (partition by tax_id, year, measure order by preference, row_number)
        = 1
) as candidates
left join candidates as other
    on other.tax_id = candidates.tax_id
        and other.year = candidates.year
        and other.measure = candidates.measure
        and other.preference > candidates.preference
group by all
