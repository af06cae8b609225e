with monthly as (
    select
        *,
        concat_ws('|', stock_code, strftime(month, '%Y-%m')) as month_key
    from {{ ref('int_disclosures__revenue_month') }}
),

income as (
    select
        *,
        concat_ws('|', stock_code, year) as year_key,
        revenue_twd - operating_costs_twd - operating_expenses_twd as rest_twd
    from {{ ref('int_disclosures__income') }}
)

-- changes as the exchange prints them: over the amount before, whatever its sign
{%- for change, now, before in [
    ('month_change_pct', 'revenue_twd', 'previous_month_twd'),
    ('year_change_pct', 'revenue_twd', 'same_month_last_year_twd'),
    ('cumulated_change_pct', 'cumulated_twd', 'cumulated_last_year_twd'),
] %}
    select
        'monthly_revenue' as dataset,
        source_release_key,
        'revenue_change' as check_code,
        'monthly_revenue' as table_ref,
        month_key || '|{{ change }}' as cell_ref,
        {{ change }} as reported_value,
        -- the file prints thirteen digits
        1e-6 as half_unit,
        'pct' as unit_code,
        ({{ now }} - {{ before }}) / abs({{ before }}) * 100 as recomputed_value,
        1e-9 * abs(recomputed_value) as input_tolerance,
        '({{ now }} - {{ before }}) / abs({{ before }})' as formula,
        null::varchar as explanation_code
    from monthly
    where {{ change }} is not null and {{ now }} is not null and {{ before }} <> 0
    union all by name
{%- endfor %}
select
    'monthly_revenue' as dataset,
    monthly.source_release_key,
    'revenue_to_date_last_year' as check_code,
    'monthly_revenue' as table_ref,
    monthly.month_key || '|cumulated_last_year_twd' as cell_ref,
    monthly.cumulated_last_year_twd / 1000 as reported_value,
    0.5 as half_unit,
    'twd1000' as unit_code,
    before.cumulated_twd / 1000 as recomputed_value,
    0.5 as input_tolerance,
    'revenue to date of ' || before.month_key as formula
from monthly
inner join monthly as before
    on before.stock_code = monthly.stock_code
        and before.year = monthly.year - 1
        and before.month_no = monthly.month_no
where monthly.cumulated_last_year_twd is not null and before.cumulated_twd is not null

union all by name
-- the year to date of December is the year
select
    'monthly_revenue' as dataset,
    monthly.source_release_key,
    'revenue_of_december_and_year' as check_code,
    'monthly_revenue' as table_ref,
    monthly.month_key || '|cumulated_twd' as cell_ref,
    monthly.cumulated_twd / 1000 as reported_value,
    0.5 as half_unit,
    'twd1000' as unit_code,
    income.revenue_twd / 1000 as recomputed_value,
    0.5 as input_tolerance,
    'revenue of the income statement of ' || income.year as formula
from monthly
inner join income on income.stock_code = monthly.stock_code and income.year = monthly.year
where monthly.month_no = 12
    and monthly.cumulated_twd is not null
    and income.revenue_twd is not null

union all by name
select
    'income_annual' as dataset,
    income.source_release_key,
    'income_and_reported_revenue' as check_code,
    'income_annual' as table_ref,
    concat_ws('|', income.year_key, reported.source_kind_code, reported.preference)
        as cell_ref,
    income.revenue_twd / 1000 as reported_value,
    0.5 as half_unit,
    'twd1000' as unit_code,
    reported.value / 1000 as recomputed_value,
    0.5 as input_tolerance,
    'revenue of ' || reported.source_kind_code || ' for ' || income.tax_id as formula
from income
inner join {{ ref('int_disclosures__list_energy') }} as reported
    on reported.tax_id = income.tax_id
        and reported.year = income.year
        and reported.measure = 'revenue_twd'
where income.revenue_twd is not null

union all by name
select
    'income_annual' as dataset,
    income.source_release_key,
    'operating_income' as check_code,
    'income_annual' as table_ref,
    income.year_key || '|operating_income' as cell_ref,
    income.operating_income_twd / 1000 as reported_value,
    0.5 as half_unit,
    'twd1000' as unit_code,
    income.rest_twd / 1000 as recomputed_value,
    1.5 as input_tolerance,
    'revenue - operating costs - operating expenses' as formula,
    rule.explanation_code
from income
left join {{ ref('rule_exchange_difference') }} as rule
    on rule.compared_with_code = 'items'
        and rule.difference_code = case
            when income.operating_income_twd > income.rest_twd then 'above' else 'below'
        end
where income.operating_income_twd is not null and income.rest_twd is not null
