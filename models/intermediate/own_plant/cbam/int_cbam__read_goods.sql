-- good rows of declared goods, with the rule of their CN code; null where the code is in no rule
with stated as (
    select
        {{ row_columns() }},
        {{ cell_text('declaration_id') }} as declaration_id,
        {{ cell_whole('year') }} as year,
        {{ cell_text('importer_id') }} as importer_id,
        {{ cell_text('goods_name') }} as goods_name,
        {{ cell_number('mass_t') }} as quantity,
        {{ cell_number('direct_tco2e_per_t') }} as direct_tco2e_per_t,
        {{ cell_number('indirect_tco2e_per_t') }} as indirect_tco2e_per_t,
        {{ cell_flag('is_default_value') }} as is_default_value,
        {{ cell_number('benchmark_tco2e_per_t') }} as benchmark_tco2e_per_t,
        {{ cell_number('carbon_price_paid_eur_per_tco2e') }} as carbon_price_paid_eur_per_tco2e,
        {{ cell_text('note') }} as note
    from {{ ref('int_own__accept') }}
    where dataset_code = 'cbam_goods'
    group by all
)

select
    stated.*,
    matched.cn_code,
    matched.cn_prefix_code
from stated
inner join {{ ref('int_cbam__match_rule') }} as matched
    on matched.source_release_key = stated.source_release_key
        and matched.row_number = stated.row_number
