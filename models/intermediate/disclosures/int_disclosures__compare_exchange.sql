-- what a company told its exchange beside what is known of it from elsewhere
with exchange as (
    select * from {{ ref('int_disclosures__exchange') }}
),

stated as (
    {%- for scope in ['scope1', 'scope2', 'scope3'] %}
        select
            stock_code,
            report_year,
            market_code,
            tax_id,
            '{{ scope }}' as scope_code,
            {{ scope }}_tco2e as stated_value,
            {{ scope }}_boundary as boundary_text,
            ghg_release_key as source_release_key
        from exchange
        where {{ scope }}_tco2e is not null
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

known as (
    select
        tax_id,
        year,
        'registry' as compared_with_code,
        unnest(['scope1', 'scope2']) as scope_code,
        unnest([scope1_tco2e, scope2_tco2e]) as compared_value
    from {{ ref('int_emissions__company_year') }}
    union all by name
    select
        tax_id,
        report_year as year,
        'report' as compared_with_code,
        field_code as scope_code,
        value_number as compared_value
    from {{ ref('int_disclosures__field') }}
    where field_code in ('scope1', 'scope2', 'scope3') and unit_code = 'tco2e'
),

-- an intensity per million TWD of revenue, beside the emissions and the income statement
intensity as (
    select
        exchange.stock_code,
        exchange.report_year,
        exchange.market_code,
        exchange.tax_id,
        exchange.intensity_value * unit.multiplier as stated_value,
        (exchange.scope1_tco2e + exchange.scope2_tco2e) / (income.revenue_twd / 1e6)
            as compared_value,
        compared_value + exchange.scope3_tco2e / (income.revenue_twd / 1e6) as with_scope3_value,
        -- the digits that are printed: 1.23 may be off by 0.005
        0.5 * unit.multiplier * pow(10, -length(
            nullif(split_part(cast(exchange.intensity_value as varchar), '.', 2), '0')
        )) as printed_half_unit,
        exchange.scope1_boundary as boundary_text,
        exchange.ghg_release_key as source_release_key
    from exchange
    inner join {{ ref('ref_unit_text') }} as unit
        on unit.unit_text = lower(exchange.intensity_unit_text)
            and unit.unit_code = 'tco2e_per_twd1m'
    inner join {{ ref('int_disclosures__income') }} as income
        on income.stock_code = exchange.stock_code
            and income.year = exchange.report_year
            and income.revenue_twd > 0
    where exchange.intensity_value > 0
        and exchange.scope1_tco2e + exchange.scope2_tco2e > 0
),

compared as (
    select
        stated.* exclude (stated.scope_code),
        stated.scope_code || '_tco2e' as measure,
        known.compared_with_code,
        known.compared_value,
        'tco2e' as unit_code,
        -- whole tonnes on both sides
        0.5 as half_unit,
        0.5 as input_tolerance
    from stated
    inner join known
        on known.tax_id = stated.tax_id
            and known.year = stated.report_year
            and known.scope_code = stated.scope_code
            and known.compared_value is not null
    union all by name
    select
        * exclude (printed_half_unit),
        'intensity' as measure,
        'income' as compared_with_code,
        'tco2e_per_twd1m' as unit_code,
        coalesce(printed_half_unit, 0.5) as half_unit,
        -- emissions of a tonne and revenue of a thousand TWD, rounded
        1e-6 * compared_value as input_tolerance
    from intensity
)

select
    compared.*,
    compared.stated_value / nullif(compared.compared_value, 0) as ratio,
    case
        when {{ is_power_of_ten('ratio', 'rule.power_min', 'rule.power_tolerance') }}
            then 'power_of_ten'
        when abs(compared.with_scope3_value - compared.stated_value)
            <= compared.half_unit + compared.input_tolerance
            then 'with_scope3'
        when compared.stated_value > compared.compared_value then 'above'
        else 'below'
    end as difference_code
from compared
left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = compared.report_year
