with readings as (
    select
        *,
        false as is_variant,
        value as reading
    from {{ ref('int_climate_score__axis_value') }}
    union all by name
    select
        *,
        true as is_variant,
        variant_value as reading
    from {{ ref('int_climate_score__axis_value') }}
),

-- the best band that a value reaches; the lowest takes all, one without a minimum takes any value
best as (
    select
        readings.tax_id,
        readings.report_year,
        readings.axis_no,
        readings.is_variant,
        band.axis_code,
        band.indicator_no,
        band.score as band_score,
        band.band_code,
        band.rule_key,
        band.unit_code
    from readings
    inner join {{ ref('rule_radar_band') }} as band
        on band.axis_no = readings.axis_no
            and readings.report_year >= band.valid_from_year
            and readings.report_year <= coalesce(band.valid_to_year, 9999)
    where band.score = 0 or (
            readings.reading is not null
            and (readings.is_re100 or not band.needs_re100)
            and (
                band.minimum_value is null
                or readings.reading > band.minimum_value
                or (readings.reading = band.minimum_value and not band.is_strict)
            )
        )
    qualify row_number() over (
            partition by
                readings.tax_id, readings.report_year, readings.axis_no, readings.is_variant
            order by band.score desc
        ) = 1
)

select
    axis.tax_id,
    axis.report_year,
    axis.axis_no,
    method.axis_code,
    axis.value,
    axis.variant_value,
    method.unit_code,
    case when axis.is_scored then method.band_score end as score,
    case when axis.is_variant_scored then practice.band_score end as score_observatory_variant,
    method.band_code,
    method.rule_key,
    case
        when coalesce(score, -1) = coalesce(score_observatory_variant, -1) then null
        when method.axis_code = 'absolute_target_2030'
            then coalesce(
                    'the practice takes the reduction as stated: ' || axis.variant_value || ' %',
                    'the practice counts no target of that year'
                )
        when method.axis_code = 'renewable_target'
            then 'the practice counts target years to ' || axis.practice_renewable_year
        when method.axis_code = 'annual_saving'
            then coalesce(
                    'the practice takes the cumulative target as it is: '
                    || axis.variant_value || ' %',
                    'the practice takes the cumulative field alone, which is empty'
                )
        when method.axis_code = 'efficiency_improvement'
            then 'the practice takes the change over the whole period: '
                || axis.variant_value || ' %'
        when method.axis_code = 'scope3'
            then 'the practice counts a plan by the length of its text, and scope 3 by its total'
    end as variant_explanation,
    axis.flags,
    evidence.page,
    evidence.source_release_key
from {{ ref('int_climate_score__axis_value') }} as axis
inner join best as method
    on method.tax_id = axis.tax_id
        and method.report_year = axis.report_year
        and method.axis_no = axis.axis_no
        and not method.is_variant
inner join best as practice
    on practice.tax_id = axis.tax_id
        and practice.report_year = axis.report_year
        and practice.axis_no = axis.axis_no
        and practice.is_variant
-- the indicator that reads the same fields
inner join {{ ref('int_climate_score__indicator') }} as evidence
    on evidence.tax_id = axis.tax_id
        and evidence.report_year = axis.report_year
        and evidence.indicator_no = method.indicator_no
