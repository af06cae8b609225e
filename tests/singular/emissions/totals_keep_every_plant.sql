-- no plant is lost between its own table and the sums of counties, industries and companies: those
-- of companies lack the plants without an owner, and nothing else
with plants as (
    select
        year,
        sum(total_tco2e) as total_tco2e,
        sum(total_tco2e) filter (where company_tax_id is not null) as owned_tco2e,
        count(*) filter (where company_tax_id is not null) as owned_count
    from {{ ref('fct_facility_emissions') }}
    group by year
),

sums as (
    {%- for mart in ['county_emissions', 'industry_emissions', 'fct_company_emissions'] %}
        select
            '{{ mart }}' as mart,
            plants.year,
            plants.{{ 'owned' if 'company' in mart else 'total' }}_tco2e as plants_tco2e,
            sum(found.total_tco2e) as total_tco2e
        from plants
        left join {{ ref(mart) }} as found on found.year = plants.year
        group by all
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

charged as (
    select
        year,
        scenario_code,
        sum(facility_count) as facility_count
    from {{ ref('company_carbon_fee') }}
    group by year, scenario_code
)

select
    mart || ', ' || year || ': ' || coalesce(round(total_tco2e, 3), 0) || ' t, but the plants of'
    || ' fct_facility_emissions add to ' || round(plants_tco2e, 3) as problem
from sums
-- binary fractions of printed decimals
where abs(coalesce(total_tco2e, 0) - plants_tco2e) > 0.01
union all
select
    'company_carbon_fee, ' || charged.year || ', ' || charged.scenario_code || ': '
    || charged.facility_count || ' plants are charged, but ' || plants.owned_count
    || ' of fct_facility_emissions have an owner'
from charged
inner join plants on plants.year = charged.year
where charged.facility_count <> plants.owned_count
