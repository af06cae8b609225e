-- Every statement of energy, electricity and revenue, in one unit, and the report year it is made
-- in: of a sheet its newest year, as far as there are reports.
with reports as (
    select max(report_year) as newest_year from {{ ref('int_disclosures__company') }}
),

-- both sheets in one shape; of a company without revenue the figure is none
sheet as (
    select
        code.tax_id,
        energy.year,
        energy.energy_mj / 1000 as total_energy_gj,
        energy.revenue_twd,
        'energy_revenue' as source_kind_code,
        1 as preference,
        energy.source_release_key,
        energy.row_number
    from {{ ref('stg_observatory__energy_revenue') }} as energy
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = energy.company_code and code.tax_id is not null
    union all by name
    select
        tax_id,
        year,
        revenue_twd1m * 1e6 as revenue_twd,
        'ghg_revenue' as source_kind_code,
        2 as preference,
        source_release_key,
        row_number
    from {{ ref('stg_observatory__ghg_revenue') }}
),

known_sheet as (
    select
        sheet.*,
        least(
            max(sheet.year) over (partition by sheet.source_release_key), reports.newest_year
        ) as stated_in,
        release.vintage_date
    from sheet
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
    {%- for measure, is_figure in {
        'total_energy_gj': 'total_energy_gj is not null', 'revenue_twd': 'revenue_twd > 0',
    }.items() %}
        union all by name
        select
            tax_id,
            stated_in,
            vintage_date,
            year,
            '{{ measure }}' as measure,
            {{ measure }} as value,
            source_kind_code,
            preference,
            source_release_key,
            row_number
        from known_sheet
        where {{ is_figure }}
    {%- endfor %}
)

-- the newest vintage of what is said in one year of another
select * exclude (vintage_date)
from stated
qualify row_number() over (
        partition by tax_id, stated_in, year, measure, source_kind_code
        order by vintage_date desc, row_number
    ) = 1
