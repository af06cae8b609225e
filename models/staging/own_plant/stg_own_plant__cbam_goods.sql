-- one row per declared good as stated, every column as text
{{ own_rows(
    'cbam_goods',
    [
        'declaration_id', 'year', 'importer_id', 'cn_code', 'goods_name', 'mass_t', 'direct_tco2e_per_t', 'indirect_tco2e_per_t',
        'is_default_value', 'benchmark_tco2e_per_t', 'carbon_price_paid_eur_per_tco2e', 'note'
    ],
    ref('example_cbam_goods')
) }}
