{%- set order = "['confirmed', 'seed_document', 'one_source', 'general_knowledge']" %}
-- the price of a year: the mean of its published quarters; a later year takes the last published
-- quarter, and says so
with years as (
    select distinct year from {{ ref('int_cbam__read_goods') }}
),

own as (
    select
        year,
        {{ without_noise('avg(price_eur_per_tco2e)') }} as price,
        count(*) as quarter_count,
        arg_max(confidence, list_position({{ order }}, confidence)) as confidence
    from {{ ref('fac_cbam_price') }}
    group by year
),

last as (
    select
        years.year,
        arg_max(price.price_eur_per_tco2e, price.year * 4 + price.quarter) as price,
        arg_max(price.price_key, price.year * 4 + price.quarter) as price_key
    from years
    inner join {{ ref('fac_cbam_price') }} as price on price.year < years.year
    group by years.year
)

select
    years.year,
    coalesce(own.price, last.price) as price_eur_per_tco2e,
    case
        when own.year is not null then 'mean_of_' || own.quarter_count || '_published_quarters'
        when last.year is not null then 'last_known ' || last.price_key
    end as price_basis,
    -- a price carried forward is no longer what the source states
    case
        when own.year is not null then own.confidence when
            last.year is not null
            then 'general_knowledge'
    end as price_confidence
from years
left join own on own.year = years.year
left join last on last.year = years.year
