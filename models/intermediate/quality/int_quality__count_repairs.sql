select
    dataset,
    source_release_key,
    rule_code,
    column_name,
    repair,
    repair_count
from {{ ref('stg_landing__repair') }}
union all
select
    published.dataset,
    published.source_release_key,
    'DQ13',
    'county_name',
    'county_of_today',
    count(*)
from {{ ref('int_emissions__unite_releases') }} as published
inner join {{ ref('ref_county') }} as county on county.county_code = published.county_code
where county.name_zh <> published.county_name
group by published.dataset, published.source_release_key
{%- if not reads_landed() %}
-- what the landing does with files, done with seeds while they are staged
{%- for seed, dataset, rule, column, repair, is_repaired in [
    (ref('open_data_ghg_registry'), 'ghg_registry', 'DQ10', 'control_no', 'upper_cased',
        'control_no <> upper(control_no)'),
    (ref('open_data_coal_plant'), 'coal_plant', 'DQ09', 'tax_id', 'leading_zero_restored',
        'length(tax_id) < 8'),
    (ref('open_data_ghg_revenue'), 'ghg_revenue', 'DQ09', 'tax_id', 'leading_zero_restored',
        'length(tax_id) < 8'),
] %}
union all
select
    '{{ dataset }}',
    source_release_key,
    '{{ rule }}',
    '{{ column }}',
    '{{ repair }}',
    count(*)
from {{ seed }}
where {{ is_repaired }}
group by source_release_key
{%- endfor %}
{%- endif %}
