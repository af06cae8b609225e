-- a sum of which a part cannot be converted is unknown, not smaller
select
    used.control_no,
    used.year,
    used.quarter,
    used.fuel_code,
    max(owner.tax_id) as tax_id,
    string_agg(distinct used.fuel_name, '; ' order by used.fuel_name) as fuel_names_zh,
    max(used.coal_kind_code) as coal_kind_code,
    case
        when count(used.quantity) = count(*) then {{ without_noise('sum(used.quantity)') }}
    end as quantity,
    max(used.unit_code) as unit_code,
    case
        when count(used.energy_gj) = count(*) then {{ without_noise('sum(used.energy_gj)') }}
    end as energy_gj,
    case when count(used.tco2e) = count(*) then {{ without_noise('sum(used.tco2e)') }} end as tco2e,
    max(used.heating_value_key) as heating_value_key,
    max(used.density_key) as density_key,
    max(used.emission_factor_key) as emission_factor_key,
    cast(count(*) as integer) as declared_count,
    coalesce(
        list_sort(list(distinct used.problem_code) filter (used.problem_code is not null)), []
    ) as flags,
    max(used.dataset) as dataset,
    max(used.source_release_key) as source_release_key
from {{ ref('int_declarations__convert_fuel') }} as used
left join {{ ref('int_declarations__plant_owner') }} as owner
    on owner.control_no = used.control_no and used.year between owner.from_year and owner.to_year
where used.exclusion_code is null
group by used.control_no, used.year, used.quarter, used.fuel_code
