-- scopes and intensities told to an exchange that lie a power of ten from another source, or from
-- the company's other years
with beside as (
    select
        stock_code,
        report_year,
        market_code,
        measure,
        stated_value,
        compared_value as other_value,
        case compared_with_code
            when 'registry' then 't of its plants in the registry'
            when 'report' then 't of its report'
            else 't per million TWD of its emissions and its income statement'
        end as other_text,
        1 as preference,
        source_release_key
    from {{ ref('int_disclosures__compare_exchange') }}
    where difference_code = 'power_of_ten'
),

-- scope 3 grows with the categories that are counted: its years are not compared
scopes as (
    {%- for scope in ['scope1', 'scope2'] %}
        select
            stock_code,
            report_year,
            market_code,
            '{{ scope }}_tco2e' as measure,
            {{ scope }}_tco2e as stated_value,
            ghg_release_key as source_release_key
        from {{ ref('int_disclosures__exchange') }}
        where {{ scope }}_tco2e > 0
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

-- a year that another source refutes says nothing of the others
pairs as (
    select
        scopes.*,
        other.stated_value as other_value,
        scopes.stated_value / other.stated_value as ratio
    from scopes
    inner join scopes as other
        on other.stock_code = scopes.stock_code
            and other.measure = scopes.measure
            and other.report_year <> scopes.report_year
    anti join beside
        on beside.stock_code = other.stock_code
            and beside.measure = other.measure
            and beside.report_year = other.report_year
),

slips as (
    select * from beside
    union all by name
    -- all other years lie the same power away, and one of them closely
    select
        pairs.* exclude (pairs.other_value, pairs.ratio),
        median(pairs.other_value) as other_value,
        case
            when count(*) = 1 then 't of the only other year: one of the two is wrong'
            else 't of its other years'
        end as other_text,
        2 as preference
    from pairs
    inner join {{ ref('int_disclosures__rule_in_force') }} as rule
        on rule.year = pairs.report_year
    group by all
    having bool_or({{ is_power_of_ten(
        'pairs.ratio', 'rule.power_min', 'rule.power_tolerance'
    ) }})
        and min(round(log10(pairs.ratio))) = max(round(log10(pairs.ratio)))
)

select
    stock_code,
    report_year,
    market_code,
    measure,
    stated_value,
    other_value,
    other_text,
    stated_value / pow(10, round(log10(stated_value / other_value))) as suggested_value,
    source_release_key
from slips
qualify row_number() over (
        partition by stock_code, report_year, market_code, measure
        order by preference, other_text
    ) = 1
