with plants as (
    select
        emissions.*,
        settled.is_slip,
        settled.run_first_year,
        settled.run_last_year,
        lag(emissions.tax_id) over by_year as tax_id_before,
        lag(emissions.year) over by_year as year_before,
        resolved.company_tax_id,
        resolved.resolution_code,
        {{ legal_name('emissions.facility_name_zh') }} as legal_name
    from {{ ref('int_emissions__select_as_of') }} as emissions
    left join {{ ref('int_emissions__settle_owner') }} as settled
        on settled.control_no = emissions.control_no and settled.year = emissions.year
    left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
    window by_year as (partition by emissions.control_no order by emissions.year)
),

-- one company of that full name: a name that two bear says nothing
known as (
    select
        {{ company_name_key('name_zh') }} as name_key,
        any_value(tax_id) as tax_id
    from {{ ref('int_emissions__company') }}
    group by name_key
    having count(distinct tax_id) = 1
)

select
    dataset,
    'DQ11' as rule_code,
    control_no as entity_key,
    year as period,
    'tax_id' as column_name,
    tax_id as raw_value,
    null::varchar as suggested_value,
    'event' as severity,
    'owner changed from ' || tax_id_before || ' (' || year_before || ') to ' || tax_id
    || '; each year keeps its own owner' as explanation,
    source_release_key
from plants
where tax_id <> tax_id_before

union all by name
select
    dataset,
    'DQ11' as rule_code,
    control_no as entity_key,
    year as period,
    'registered_tax_id' as column_name,
    registered_tax_id as raw_value,
    tax_id as suggested_value,
    'warning' as severity,
    'the register says ' || registered_tax_id || ' from ' || run_first_year || ' to '
    || run_last_year || ' only, ' || tax_id || ' before and after, and the plant keeps its name: '
    || 'a slip; the owner before and after is used' as explanation,
    source_release_key
from plants
where is_slip

union all by name
-- another owner in the other source: both are kept, each in its own release
select
    registry.dataset,
    'DQ11' as rule_code,
    registry.control_no as entity_key,
    registry.year as period,
    'tax_id|source' as column_name,
    registry.tax_id as raw_value,
    open_data.tax_id as suggested_value,
    'warning' as severity,
    'the registry says ' || registry.tax_id || ', GHG_P_01 says ' || open_data.tax_id
        as explanation,
    registry.source_release_key
from {{ ref('int_emissions__unite_releases') }} as registry
inner join {{ ref('int_emissions__unite_releases') }} as open_data
    on open_data.dataset = 'ghg_p_01'
        and open_data.control_no = registry.control_no
        and open_data.year = registry.year
where registry.dataset = 'ghg_registry' and registry.tax_id <> open_data.tax_id
qualify row_number() over (
        partition by registry.control_no, registry.year
        order by registry.vintage_date desc, open_data.vintage_date desc
    ) = 1

union all by name
select
    plants.dataset,
    'DQ11' as rule_code,
    plants.control_no as entity_key,
    plants.year as period,
    'tax_id|facility_name' as column_name,
    plants.tax_id as raw_value,
    known.tax_id as suggested_value,
    'warning' as severity,
    'the plant is named after ' || plants.legal_name || ' (' || known.tax_id || '), its owner is '
    || plants.tax_id || case
        when plants.resolution_code = 'unresolved'
            then ', which no company list knows: without a row of cor_tax_id_link '
                || round(plants.total_tco2e)::bigint || ' t count for none of that name'
        else ': ' || round(plants.total_tco2e)::bigint || ' t count for the owner'
    end as explanation,
    plants.source_release_key
from plants
inner join known on known.name_key = {{ company_name_key('plants.legal_name') }}
where plants.company_tax_id <> known.tax_id
