{%- set order = "['confirmed', 'seed_document', 'one_source', 'general_knowledge']" %}
-- one row per declared good: certificates in two readings, what the price paid at home takes off,
-- and the estimated cost
with counted as (
    select
        goods.*,
        price.price_eur_per_tco2e,
        price.price_basis,
        price.price_confidence,
        -- simple reading: the share of the year on all embedded emissions
        case
            when
                goods.status_code = 'certificates_due'
                then goods.embedded_tco2e * goods.phase_in_pct / 100
            else 0
        end as certificates,
        -- reading of the law: embedded emissions less what free allocation would still cover;
        -- unknown without a benchmark
        case
            when goods.status_code <> 'certificates_due' then 0
            when goods.phase_in_pct = 100 then goods.embedded_tco2e
            when goods.benchmark_tco2e_per_t is not null
                then greatest(
                        goods.embedded_tco2e
                        - goods.quantity
                        * goods.benchmark_tco2e_per_t
                        * (1 - goods.phase_in_pct / 100),
                        0
                    )
        end as certificates_benchmark,
        coalesce(goods.carbon_price_paid_eur_per_tco2e, 0) as paid
    from {{ ref('int_cbam__assess_scope') }} as goods
    left join
        {{ ref('int_cbam__choose_price') }} as price
        on price.year = goods.year and goods.status_code = 'certificates_due'
)

select
    source_kind_code,
    declaration_id,
    year,
    importer_id,
    cn_code,
    cn_prefix_code,
    goods_name,
    sector_code,
    period_code,
    status_code,
    case when not is_electricity then quantity end as mass_t,
    case when is_electricity then quantity end as electricity_mwh,
    importer_year_mass_t,
    de_minimis_t,
    direct_tco2e_per_t,
    indirect_tco2e_per_t,
    counts_indirect,
    is_default_value,
    mark_up_pct,
    embedded_tco2e,
    phase_in_pct,
    100 - phase_in_pct as free_allocation_pct,
    benchmark_tco2e_per_t,
    {{ without_noise('certificates') }} as certificates_tco2e,
    {{ without_noise('certificates_benchmark') }} as certificates_benchmark_tco2e,
    price_eur_per_tco2e,
    price_basis,
    carbon_price_paid_eur_per_tco2e,
    {{ without_noise('case
        when certificates = 0 then 0 else certificates * least(paid, price_eur_per_tco2e)
    end') }}
        as carbon_price_deduction_eur,
    {{ without_noise('case
        when certificates = 0 then 0 else certificates * greatest(price_eur_per_tco2e - paid, 0)
    end') }}
        as cost_eur,
    {{ without_noise('case
        when certificates_benchmark = 0 then 0
        else certificates_benchmark * greatest(price_eur_per_tco2e - paid, 0)
    end') }}
        as cost_benchmark_eur,
    certificate_sales_from,
    declaration_due_on,
    flags,
    goods_confidence,
    year_rule_confidence,
    price_confidence,
    -- the weakest of what the cost rests on; what a price paid at home takes off is general
    -- knowledge
    {{ order }}[greatest(
        list_position({{ order }}, coalesce(goods_confidence, 'confirmed')),
        list_position({{ order }}, coalesce(year_rule_confidence, 'confirmed')),
        list_position({{ order }}, coalesce(price_confidence, 'confirmed')),
        case when certificates > 0 and paid > 0 then 4 else 1 end
    )] as confidence,
    note,
    source_release_key,
    row_number
from counted
