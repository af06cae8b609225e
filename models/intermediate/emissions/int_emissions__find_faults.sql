-- suspicious but possible values and events, each with the rule that found it; values are kept as they are
with plants as (
    select
        *,
        lag(total_tco2e) over by_year as before_tco2e,
        lag(tax_id) over by_year as tax_id_before,
        lag(year) over by_year as year_before
    from {{ ref('int_emissions__select_as_of') }}
    window by_year as (partition by control_no order by year)
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
    'owner changed from '
    || tax_id_before
    || ' ('
    || year_before
    || ') to '
    || tax_id
    || '; each year keeps its own owner' as explanation,
    source_release_key
from plants
where tax_id <> tax_id_before
union all
select
    dataset,
    'DQ25',
    control_no,
    year,
    'total_tco2e',
    total_tco2e::varchar,
    null,
    'warning',
    'from '
    || round(before_tco2e)
    || ' t in '
    || year_before
    || ' to '
    || round(total_tco2e)
    || ' t: more than five times up or down',
    source_release_key
from plants
where year_before = year - 1
    and before_tco2e > 0
    and (total_tco2e > 5 * before_tco2e or total_tco2e < 0.2 * before_tco2e)
union all
select
    dataset,
    'DQ09',
    control_no,
    year,
    'tax_id',
    tax_id,
    null,
    'warning',
    'the check digit of the tax id is wrong',
    source_release_key
from plants
where tax_id is not null and not {{ tax_id_is_valid('tax_id') }}
union all
select
    'coal_company',
    'DQ20',
    tax_id,
    year,
    'coal_t',
    published_t::varchar,
    null,
    'warning',
    'zero inside a series of positive years: not filed, not zero',
    source_release_key
from {{ ref('int_emissions__grade_coal') }}
where filing_state = 'not_filed'
union all
-- the same plant and year with another owner in the other source: both are kept, each in its own release
select
    registry.dataset,
    'DQ11',
    registry.control_no,
    registry.year,
    'tax_id|source',
    registry.tax_id,
    open_data.tax_id,
    'warning',
    'the registry says ' || registry.tax_id || ', GHG_P_01 says ' || open_data.tax_id,
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
union all
select
    dataset,
    case match_code when 'subsidiary_marker' then 'DQ14' else 'DQ12' end,
    company_name,
    null,
    'company_name',
    company_name,
    null,
    'warning',
    case match_code
        when 'ambiguous' then 'more than one company bears this name: not matched'
        when 'subsidiary_marker' then 'names a subsidiary: never credited to the parent'
        else 'no company bears this name: not matched'
    end,
    (select min(printed.source_release_key) from {{ ref('stg_trade__initiative') }} as printed)
from {{ ref('int_emissions__match_name') }}
where match_code <> 'same_name' and dataset = 'initiatives'
union all
select
    'plant_coordinates',
    'DQ28',
    control_no,
    null,
    'longitude|latitude',
    published_point,
    null,
    'warning',
    case coordinate_quality
        when 'zero' then 'zero is no place'
        when 'outside_taiwan' then 'the point lies outside Taiwan'
        else 'another plant has the same point'
    end,
    source_release_key
from {{ ref('int_emissions__grade_coordinates') }}
where coordinate_quality <> 'published'
