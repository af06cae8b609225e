-- the one door of own data: nothing is read into a type here
{%- set examples = {
    'activity_data': ref('example_activity_data'),
    'quick_estimate': ref('example_quick_estimate'),
    'energy_user': ref('example_energy_user'),
    'saving_year': ref('example_saving_year'),
    'saving_measure': ref('example_saving_measure'),
    'storage_site': ref('example_storage_site'),
    'breaker_test': ref('example_breaker_test'),
    'cbam_goods': ref('example_cbam_goods'),
    'portfolio_company': ref('example_portfolio_companies'),
    'portfolio_target': ref('example_portfolio_targets'),
    'portfolio_holding': ref('example_portfolio_holdings'),
} %}
{%- for dataset, example in examples.items() %}
    {{ own_rows(dataset, example) }}
    {{ 'union all' if not loop.last }}
{%- endfor %}
