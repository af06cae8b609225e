-- names of emitters that no company list knows
with printed as (
    select
        sheet.tax_id,
        sheet.company_name as name_zh,
        'emission_sheet' as name_source_code,
        1 as preference,
        sheet.source_release_key
    from {{ ref('stg_observatory__ghg_revenue') }} as sheet
    union all by name
    select
        tax_id,
        company_name as name_zh,
        'coal_declaration' as name_source_code,
        2 as preference,
        source_release_key
    from {{ ref('stg_observatory__coal_company') }}
),

stated as (
    select printed.*
    from printed
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = printed.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
        and printed.tax_id is not null and printed.name_zh is not null
    qualify row_number() over (
            partition by printed.tax_id
            order by printed.preference, release.vintage_date desc, printed.name_zh
        ) = 1
),

-- every plant under its last name: what one plant was called over the years is no common name
latest as (
    select
        resolved.company_tax_id as tax_id,
        emissions.control_no,
        emissions.facility_name_zh,
        emissions.year,
        emissions.total_tco2e
    from {{ ref('int_emissions__select_as_of') }} as emissions
    inner join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
    where resolved.resolution_code = 'unresolved'
    qualify row_number() over (
            partition by resolved.company_tax_id, emissions.control_no
            order by emissions.year desc
        ) = 1
),

plants as (
    select
        tax_id,
        arg_max(facility_name_zh, year * 1e12 + total_tco2e) as largest_plant_zh,
        arg_max({{ legal_name('facility_name_zh') }}, year * 1e12 + total_tco2e)
            as legal_name_zh,
        min(facility_name_zh) as first_name,
        max(facility_name_zh) as last_name,
        -- what the first and the last name have in common, all between them have
        left(first_name, list_max(list_filter(
            range(1, length(first_name) + 1), i -> left(first_name, i) = left(last_name, i)
        ))) as stem_zh
    from latest
    group by tax_id
),

named as (
    select
        plants.tax_id,
        case
            when stated.name_zh is not null then stated.name_source_code
            when plants.legal_name_zh is not null then 'plant_legal_name'
            -- two names that have a word in common, not a character
            when plants.first_name <> plants.last_name and length(plants.stem_zh) >= 4
                then 'plant_name_stem'
            else 'plant_name'
        end as name_source_code,
        stated.name_zh as stated_name_zh,
        plants.* exclude (plants.tax_id),
        stated.source_release_key
    from plants
    left join stated on stated.tax_id = plants.tax_id
)

select
    tax_id,
    case name_source_code
        when 'plant_legal_name' then legal_name_zh
        when 'plant_name_stem' then stem_zh
        when 'plant_name' then largest_plant_zh
        else stated_name_zh
    end as name_zh,
    name_source_code,
    source_release_key
from named
