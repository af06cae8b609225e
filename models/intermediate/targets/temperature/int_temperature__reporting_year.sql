{%- set setting = var('temperature_reporting_year') %}
-- The year that scores are reported for: the setting, else the newest year with reports. The scores
-- of the examples were worked out for a year of their own.
select
    cast(coalesce({{ setting or 'null' }}, example.value) as integer) as example_year,
    cast(
        coalesce({{ setting or 'null' }}, max(company.report_year), example.value) as integer
    ) as record_year
from {{ ref('rule_temperature') }} as example
left join {{ ref('int_disclosures__company') }} as company on true
where example.rule_key = 'example_reporting_year'
group by example.value
