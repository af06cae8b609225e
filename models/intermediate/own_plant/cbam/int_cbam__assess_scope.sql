-- what CBAM asks of each declared good: sector, period, threshold of the importer, embedded
-- emissions
with ruled as (
    select
        goods.*,
        rule.sector_code,
        coalesce(rule.is_cbam, false) as is_cbam,
        coalesce(rule.counts_indirect, false) as counts_indirect,
        coalesce(rule.is_only_partly, false) as is_only_partly,
        rule.confidence as goods_confidence,
        period.period_code,
        period.needs_certificates,
        period.certificate_sales_from,
        cast((goods.year + 1) || '-' || period.declaration_due_mmdd as date) as declaration_due_on,
        yearly.phase_in_pct,
        coalesce(yearly.default_mark_up_pct, 0) as year_mark_up_pct,
        yearly.de_minimis_t,
        yearly.year_rule_confidence,
        coalesce(rule.sector_code = 'electricity', false) as is_electricity
    from {{ ref('int_cbam__read_goods') }} as goods
    inner join
        {{ ref('rule_cbam_period') }} as period
        on goods.year between period.valid_from_year and coalesce(period.valid_to_year, 9999)
    left join {{ ref('rule_cbam_goods') }} as rule on rule.cn_prefix = goods.cn_prefix_code
    left join
        {{ ref('int_cbam__choose_rule') }} as yearly
        on yearly.year = goods.year and yearly.sector_code = rule.sector_code
),

weighed as (
    select
        *,
        -- electricity has no mass; hydrogen and electricity have no threshold and count for none
        {{ without_noise("sum(quantity)
            filter (where is_cbam and sector_code not in ('electricity', 'hydrogen'))
            over (partition by source_kind_code, importer_id, year)") }}
            as importer_year_mass_t,
        case when is_default_value then year_mark_up_pct else 0 end as mark_up_pct
    from ruled
)

select
    source_kind_code,
    source_release_key,
    row_number,
    declaration_id,
    year,
    importer_id,
    cn_code,
    cn_prefix_code,
    goods_name,
    sector_code,
    quantity,
    is_electricity,
    direct_tco2e_per_t,
    indirect_tco2e_per_t,
    counts_indirect,
    is_default_value,
    benchmark_tco2e_per_t,
    carbon_price_paid_eur_per_tco2e,
    period_code,
    phase_in_pct,
    importer_year_mass_t,
    de_minimis_t,
    case when is_cbam then mark_up_pct end as mark_up_pct,
    case
        when not is_cbam then 'not_cbam_goods'
        when period_code = 'before' then 'before_cbam'
        when not needs_certificates then 'transitional_reporting_only'
        when importer_year_mass_t <= de_minimis_t then 'de_minimis_exempt'
        else 'certificates_due'
    end as status_code,
    case when status_code = 'certificates_due' then certificate_sales_from end
        as certificate_sales_from,
    case when status_code = 'certificates_due' then declaration_due_on end as declaration_due_on,
    case when is_cbam then {{ without_noise(
        'quantity * (direct_tco2e_per_t'
        ~ ' + case when counts_indirect then indirect_tco2e_per_t else 0 end)'
        ~ ' * (1 + mark_up_pct / 100)'
    ) }} end as embedded_tco2e,
    {{ distinct_words("concat_ws(' ',
        case when is_only_partly then 'only_part_of_the_code' end,
        case when is_electricity then 'in_mwh' end,
        case
            when is_cbam and not counts_indirect and indirect_tco2e_per_t > 0
                then 'indirect_not_counted'
        end,
        case when year = 2023 and is_cbam then 'from_october_only' end)") }} as flags,
    goods_confidence,
    year_rule_confidence,
    note
from weighed
