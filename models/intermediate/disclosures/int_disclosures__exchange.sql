{%- set scopes = ['scope1', 'scope2', 'scope3'] %}
{%- set newest = "release.vintage_date <= cast('" ~ var('as_of_date') ~ "' as date)
    qualify row_number() over (
        partition by said.stock_code, said.report_year, said.market_code
        order by release.vintage_date desc, said.source_release_key desc, said.row_number
    ) = 1" %}
with ghg as (
    select said.*
    from {{ ref('stg_exchange__esg_ghg') }} as said
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = said.source_release_key
    where {{ newest }}
),

energy as (
    select said.*
    from {{ ref('stg_exchange__esg_energy') }} as said
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = said.source_release_key
    where {{ newest }}
),

united as (
    select
        {%- for key in ['stock_code', 'report_year', 'market_code'] %}
            coalesce(ghg.{{ key }}, energy.{{ key }}) as {{ key }},
        {%- endfor %}
        coalesce(ghg.company_name, energy.company_name) as company_name_zh,
        {%- for scope in scopes %}
            {%- for part in ['tco2e', 'text', 'boundary', 'assurance'] %}
                ghg.{{ scope }}_{{ part }},
            {%- endfor %}
        {%- endfor %}
        ghg.intensity_value,
        ghg.intensity_unit_text,
        energy.renewable_share_ratio,
        energy.renewable_share_text,
        energy.boundary as renewable_boundary,
        energy.assurance as renewable_assurance,
        ghg.source_release_key as ghg_release_key,
        ghg.row_number as ghg_row_number,
        energy.source_release_key as energy_release_key,
        energy.row_number as energy_row_number
    from ghg
    full join energy
        on energy.stock_code = ghg.stock_code
            and energy.report_year = ghg.report_year
            and energy.market_code = ghg.market_code
)

select
    united.*,
    known.tax_id,
    case when known.tax_id is null then 'unresolved' else 'same_stock_code' end
        as resolution_code,
    list_filter([
        {%- for scope in scopes %}
            case
                when regexp_full_match(united.{{ scope }}_assurance, other_standard.pattern)
                    then '{{ scope }}_standard_not_of_emissions'
            end{{ ',' if not loop.last }}
        {%- endfor %}
    ], flag -> flag is not null) as flags
from united
left join {{ ref('int_emissions__resolve_stock_code') }} as known
    on known.stock_code = united.stock_code
left join {{ ref('rule_report_wording') }} as other_standard
    on other_standard.wording_code = 'standard_not_of_emissions'
