with newest as (
    select *
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is null and vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number()
            over (
                partition by dataset, control_no, year
                order by vintage_date desc, source_release_key desc
            )
        = 1
)

select
    registry.dataset,
    registry.source_release_key,
    'registry_and_ghg_p_01' as check_code,
    'ghg_registry' as table_ref,
    registry.control_no || '|' || registry.year || '|total' as cell_ref,
    registry.total_tco2e as reported_value,
    0.5 as half_unit,
    'tco2e' as unit_code,
    open_data.total_tco2e as recomputed_value,
    0.5 as input_tolerance,
    open_data.source_release_key as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from newest as registry
inner join newest as open_data
    on open_data.dataset = 'ghg_p_01'
        and open_data.control_no = registry.control_no
        and open_data.year = registry.year
where registry.dataset = 'ghg_registry'
