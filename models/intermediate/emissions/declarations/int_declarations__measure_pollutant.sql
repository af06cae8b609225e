-- the newest word of a plant on a period, one row a pollutant; what a plant leaves blank is no row
{%- set in_tonnes = [
    'vocs', 'tsp', 'sox', 'nox', 'toluene', 'xylene', 'benzene', 'ethylbenzene', 'styrene',
    'methylene_chloride', 'dichloroethane_11', 'dichloroethane_12', 'chloroform',
    'trichloroethane_111', 'carbon_tetrachloride', 'trichloroethylene', 'tetrachloroethylene',
    'heavy_metal',
] %}

with newest as (
    select declared.*
    from {{ ref('stg_moenv__ems_p_08') }} as declared
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = declared.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by declared.control_no, declared.report_period_text
            order by release.vintage_date desc, declared.source_release_key desc
        ) = 1
),

measured as (
    unpivot newest
    on {{ in_tonnes | join('_t, ') }}_t, dioxin_kg
    into name column_name value declared_value
),

dated as (
    select
        * exclude (column_name),
        regexp_replace(column_name, '_(t|kg)$', '') as pollutant_code,
        -- 2021Q3, 2021 第三季: the year comes first, the season is the one digit that is left
        regexp_extract(
            translate(report_period_text, '一二三四', '1234'),
            '^\s*((?:19|20)[0-9]{2})[^0-9]*([1-4])[^0-9]*$', ['year', 'quarter']
        ) as period
    from measured
)

select
    dated.control_no,
    dated.report_period_text,
    dated.pollutant_code,
    try_cast(dated.period.year as integer) as year,
    try_cast(dated.period.quarter as integer) as quarter,
    owner.tax_id,
    dated.declared_value as value,
    pollutant.unit_code,
    pollutant.confidence as unit_confidence,
    dated.status_text,
    dated.source_release_key,
    dated.row_number
from dated
inner join {{ ref('ref_air_pollutant') }} as pollutant
    on pollutant.pollutant_code = dated.pollutant_code
left join {{ ref('int_declarations__plant_owner') }} as owner
    on owner.control_no = dated.control_no
        and try_cast(dated.period.year as integer) between owner.from_year and owner.to_year
