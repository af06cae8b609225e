-- Every statement of energy, electricity and revenue, in one unit, and the report year it is made
-- in: of a sheet its newest year, as far as there are reports.
with reports as (
    select max(report_year) as newest_year from {{ ref('int_disclosures__company') }}
),

energy_sheet as (
    select
        code.tax_id,
        sheet.* exclude (sheet.company_code, sheet.company_name),
        least(
            max(sheet.year) over (partition by sheet.source_release_key), reports.newest_year
        ) as stated_in,
        release.vintage_date
    from {{ ref('stg_observatory__energy_revenue') }} as sheet
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = sheet.company_code and code.tax_id is not null
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheet.source_release_key
    cross join reports
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
),

revenue_sheet as (
    select
        sheet.*,
        least(
            max(sheet.year) over (partition by sheet.source_release_key), reports.newest_year
        ) as stated_in,
        release.vintage_date
    from {{ ref('stg_observatory__ghg_revenue') }} as sheet
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheet.source_release_key
    cross join reports
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
),

stated as (
    -- a field of the form speaks of its report's year or of one before it
    select
        read.tax_id,
        read.report_year as stated_in,
        -- its release is the newest that was read
        cast('9999-12-31' as date) as vintage_date,
        read.report_year - field.years_before as year,
        field.measure_code as measure,
        read.value_number as value,
        read.page,
        read.source_kind_code,
        case when measure = 'revenue_twd' then 3 else 0 end as preference,
        read.source_release_key,
        read.row_number
    from {{ ref('int_disclosures__field') }} as read
    inner join {{ ref('ref_disclosure_field') }} as field
        on field.field_no = read.field_no
            and field.measure_code in ('total_energy_gj', 'electricity_kwh', 'revenue_twd')
    where read.value_number is not null
    union all by name
    select
        tax_id,
        stated_in,
        vintage_date,
        year,
        'total_energy_gj' as measure,
        energy_mj / 1000 as value,
        'energy_revenue' as source_kind_code,
        1 as preference,
        source_release_key,
        row_number
    from energy_sheet
    where energy_mj is not null
    union all by name
    -- a company without revenue is one without a figure
    select
        tax_id,
        stated_in,
        vintage_date,
        year,
        'revenue_twd' as measure,
        revenue_twd as value,
        'energy_revenue' as source_kind_code,
        1 as preference,
        source_release_key,
        row_number
    from energy_sheet
    where revenue_twd > 0
    union all by name
    select
        tax_id,
        stated_in,
        vintage_date,
        year,
        'revenue_twd' as measure,
        revenue_twd1m * 1e6 as value,
        'ghg_revenue' as source_kind_code,
        2 as preference,
        source_release_key,
        row_number
    from revenue_sheet
    where revenue_twd1m > 0
)

-- the newest vintage of what is said in one year of another
select * exclude (vintage_date)
from stated
qualify row_number() over (
        partition by tax_id, stated_in, year, measure, source_kind_code
        order by vintage_date desc, row_number
    ) = 1
