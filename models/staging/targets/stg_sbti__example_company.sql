-- one row per made-up company; read in both modes, for they are no records
select
    example_no,
    name_zh,
    name_en,
    scope1_tco2e,
    scope2_tco2e,
    scope3_tco2e,
    sells_fossil_fuel,
    is_power_sector,
    level_code,
    includes_subsidiaries,
    commitment_date,
    submission_date,
    validation_date,
    review_date,
    net_zero_year,
    base_year_change_pct,
    sbti_status,
    sbti_classification,
    source_release_key,
    cast(rowid + 1 as integer) as row_number
from {{ ref('example_sbti_company') }}
