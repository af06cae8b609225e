-- values are kept: what an exchange publishes that cannot be, or that another source contradicts
with totals as (
    select
        exchange.*,
        exchange.scope1_tco2e + exchange.scope2_tco2e as stated_tco2e,
        plants.total_tco2e,
        stated_tco2e / nullif(plants.total_tco2e, 0) as ratio
    from {{ ref('int_disclosures__exchange') }} as exchange
    inner join {{ ref('int_emissions__company_year') }} as plants
        on plants.tax_id = exchange.tax_id and plants.year = exchange.report_year
)

select
    'twse_esg_ghg' as dataset,
    'DQ21' as rule_code,
    stock_code || '/' || market_code as entity_key,
    report_year as period,
    measure as column_name,
    format('{:.15g}', stated_value) as raw_value,
    format('{:.15g}', suggested_value) as suggested_value,
    'warning' as severity,
    format(
        '{:.6g} times the {:.15g} {}', stated_value / other_value, round(other_value, 3), other_text
    ) as explanation,
    source_release_key
from {{ ref('int_disclosures__find_unit_slip') }}
union all by name
select
    'twse_esg_ghg' as dataset,
    'DQ24' as rule_code,
    totals.stock_code || '/' || totals.market_code as entity_key,
    totals.report_year as period,
    'scope1|scope2' as column_name,
    format('{:.15g}', totals.stated_tco2e) as raw_value,
    'event' as severity,
    format(
        'scope 1 and 2 told to the exchange are {:.3g} times the {:.15g} t of its plants; {}',
        totals.ratio, round(totals.total_tco2e, 3),
        coalesce('boundary: ' || totals.scope1_boundary, 'no boundary is stated')
    ) as explanation,
    totals.ghg_release_key as source_release_key
from totals
inner join {{ ref('int_disclosures__rule_in_force') }} as rule
    on rule.year = totals.report_year
        and totals.ratio
        not between 1 / rule.disclosed_per_registry_max and rule.disclosed_per_registry_max
