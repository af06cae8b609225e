with emissions as (
    unpivot (
        select
            dataset,
            dataset as series_key,
            source_release_key,
            vintage_date,
            control_no as entity_key,
            year as period,
            {%- for measure in [
                'scope1_tco2e', 'scope2_tco2e', 'total_tco2e', 'co2_t', 'ch4_t', 'n2o_t', 'hfcs_t',
                'pfcs_t', 'sf6_t', 'nf3_t',
            ] %}
                coalesce(round({{ measure }}, 4)::varchar, '(none)') as {{ measure }},
            {%- endfor %}
            coalesce(tax_id, '(none)') as tax_id,
            coalesce(county_code, '(none)') as county_code,
            coalesce(facility_name_zh, '(none)') as facility_name
        from {{ ref('int_emissions__unite_releases') }}
    )
    on columns(
        * exclude (dataset, series_key, source_release_key, vintage_date, entity_key, period)
    )
    into name measure value value_text
),

companies as (
    unpivot (
        select
            'company_basics' as dataset,
            'company_basics ' || basics.market_code as series_key,
            basics.source_release_key,
            release.vintage_date,
            basics.stock_code as entity_key,
            cast(null as integer) as period,
            coalesce(basics.tax_id, '(none)') as tax_id,
            coalesce(basics.company_name, '(none)') as company_name,
            coalesce(basics.short_name, '(none)') as short_name,
            coalesce(basics.industry_code, '(none)') as industry_code
        from {{ ref('stg_market__company_basics') }} as basics
        inner join {{ ref('int_releases__release') }} as release
            on release.source_release_key = basics.source_release_key
    )
    on columns(
        * exclude (dataset, series_key, source_release_key, vintage_date, entity_key, period)
    )
    into name measure value value_text
),

inventory as (
    unpivot (
        select
            'ghg_p_02' as dataset,
            'ghg_p_02' as series_key,
            inventory.source_release_key,
            release.vintage_date,
            'national' as entity_key,
            inventory.year as period,
        {%- for measure in [
            'co2_kt', 'ch4_kt', 'n2o_kt', 'hfcs_kt', 'pfcs_kt', 'sf6_kt', 'nf3_kt', 'total_kt',
            'absorption_kt', 'net_kt',
        ] %}
            coalesce(inventory.{{ measure }}::varchar, '(none)')
                as {{ measure }}{{ ',' if not loop.last }}
        {%- endfor %}
        from {{ ref('stg_moenv__ghg_p_02') }} as inventory
        inner join {{ ref('int_releases__release') }} as release
            on release.source_release_key = inventory.source_release_key
    )
    on columns(
        * exclude (dataset, series_key, source_release_key, vintage_date, entity_key, period)
    )
    into name measure value value_text
)

select * from emissions
union all by name
select * from companies
union all by name
select * from inventory
