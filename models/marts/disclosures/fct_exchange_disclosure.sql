select
    told.stock_code,
    told.report_year,
    told.market_code,
    told.company_name_zh,
    told.tax_id,
    told.resolution_code,
    {%- for scope in ['scope1', 'scope2', 'scope3'] %}
        told.{{ scope }}_tco2e,
        told.{{ scope }}_text,
        told.{{ scope }}_boundary as {{ scope }}_boundary_zh,
        told.{{ scope }}_assurance as {{ scope }}_assurance_zh,
    {%- endfor %}
    {{ without_noise('told.intensity_value * unit.multiplier', 9) }}
        as emission_intensity_tco2e_per_twd1m,
    format('{:.15g}', told.intensity_value) as intensity_text,
    told.intensity_unit_text,
    told.renewable_share_ratio,
    told.renewable_share_text,
    told.renewable_boundary as renewable_boundary_zh,
    told.renewable_assurance as renewable_assurance_zh,
    {{ flags_text('told.flags') }} as flags,
    concat_ws(' ', told.ghg_release_key, told.energy_release_key) as source_release_key
from {{ ref('int_disclosures__exchange') }} as told
left join {{ ref('ref_unit_text') }} as unit
    on unit.unit_text = lower(told.intensity_unit_text)
        and unit.unit_code = 'tco2e_per_twd1m'
