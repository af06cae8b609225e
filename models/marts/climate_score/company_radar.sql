-- one row per company and axis, of the newest assessment year
select
    tax_id,
    axis_no,
    axis_code,
    report_year,
    score,
    case when score is not null then band_code else 'not_scored' end as band_code,
    value,
    unit_code,
    score_observatory_variant,
    variant_value,
    case when score is not null then rule_key end as rule_key,
    flags,
    -- why the practice of the observatory gives another score
    case when coalesce(score, -1) <> coalesce(score_observatory_variant, -1) then case axis_no
                when '2' then 'the practice counts target years to 2040'
                when
                    '3'
                    then 'the practice takes the cumulative target as it is: '
                        || variant_value
                        || ' %'
                when
                    '5'
                    then 'the practice takes the change over two years: ' || variant_value || ' %'
            end
    end as variant_explanation,
    page,
    source_release_key
from {{ ref('int_climate_score__radar') }}
qualify report_year = max(report_year) over (partition by tax_id)
