select
    summed.tax_id,
    summed.year,
    summed.scope1_tco2e,
    summed.scope2_tco2e,
    summed.total_tco2e,
    summed.facility_count,
    summed.series_code,
    summed.source_release_key,
    judged.is_complete as is_complete_period,
    cast(
        case
            when
                judged.is_complete
                then rank() over (partition by summed.year order by summed.total_tco2e desc)
        end as integer
    ) as emission_rank,
    summed.scope1_tco2e as additive_tco2e,
    summed.power_scope1_tco2e,
    missing.total_tco2e as missing_before_tco2e,
    {{ flags_text("list_filter([
        case
            when summed.power_scope1_tco2e > 0 and summed.scope2_tco2e > 0
                then 'electricity_counted_twice'
        end,
        case when missing.tax_id is not null then 'facility_missing' end,
        case when summed.is_owner_settled then 'owner_settled' end
    ], flag -> flag is not null)") }} as flags
from {{ ref('int_emissions__company_year') }} as summed
inner join {{ ref('int_emissions__grade_year') }} as judged on judged.year = summed.year
left join (
    select
        tax_id,
        year,
        sum(total_tco2e) as total_tco2e
    from {{ ref('int_emissions__find_missing_plant') }}
    group by tax_id, year
) as missing
    on missing.tax_id = summed.tax_id and missing.year = summed.year
