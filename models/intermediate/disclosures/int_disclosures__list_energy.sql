-- every statement of energy, electricity and revenue, in one unit; the lowest preference is used
with energy_sheet as (
    select
        code.tax_id,
        sheet.* exclude (sheet.company_code)
    from {{ ref('stg_observatory__energy_revenue') }} as sheet
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = sheet.company_code and code.tax_id is not null
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheet.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by code.tax_id order by release.vintage_date desc, sheet.row_number
        ) = 1
),

revenue_sheet as (
    select sheet.*
    from {{ ref('stg_observatory__ghg_revenue') }} as sheet
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheet.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by sheet.tax_id order by release.vintage_date desc, sheet.row_number
        ) = 1
),

-- the years of the sheets stand in their headers: energy_2024_mj, revenue_2024_twd
columns_of_sheets as (
    select
        *,
        'energy_revenue' as source_kind_code,
        1 as preference
    from (unpivot energy_sheet on columns('_[0-9]{4}_') into name column_name value stated)
    union all by name
    select
        *,
        'ghg_revenue' as source_kind_code,
        2 as preference
    from (unpivot revenue_sheet on columns('_[0-9]{4}_') into name column_name value stated)
)

select
    tax_id,
    cast(right(field_code, 4) as integer) as year,
    case left(field_code, length(field_code) - 5)
        when 'energy' then 'total_energy_gj'
        when 'electricity' then 'electricity_kwh'
        else 'revenue_twd'
    end as measure,
    value_number as value,
    page,
    source_kind_code,
    case when measure = 'revenue_twd' then 3 else 0 end as preference,
    source_release_key,
    row_number
from {{ ref('int_disclosures__field') }}
where regexp_full_match(field_code, '(energy|electricity|revenue)_20[0-9]{2}')
    and value_number is not null
-- what a newer report says of a year replaces what an older one said
qualify row_number() over (
        partition by tax_id, field_code, source_kind_code order by report_year desc
    ) = 1
union all by name
select
    tax_id,
    cast(regexp_extract(column_name, '_([0-9]{4})_', 1) as integer) as year,
    case when column_name like 'energy%' then 'total_energy_gj' else 'revenue_twd' end as measure,
    case regexp_extract(column_name, '[^_]+$')
        when 'mj' then stated / 1000
        when 'twd1m' then stated * 1e6
        else stated
    end as value,
    source_kind_code,
    preference,
    source_release_key,
    row_number
from columns_of_sheets
-- a company without revenue is one without a figure
where column_name like 'energy%' or stated > 0
