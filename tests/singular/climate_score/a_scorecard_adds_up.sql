-- Ten indicators and six axes per company, each once; the scorecard counts what the indicators say,
-- and counts nothing where nothing is assessed.
select
    'company '
    || card.tax_id
    || ', '
    || card.report_year
    || ': '
    || count(*)
    || ' indicators, '
    || count(*) filter (where indicator.status = 'met')
    || ' of them met; the scorecard has '
    || any_value(card.met_count)
    || ' met of '
    || any_value(card.applicable_count) as problem
from {{ ref('company_scorecard') }} as card
inner join {{ ref('ind_company_climate') }} as indicator
    on indicator.tax_id = card.tax_id and indicator.report_year = card.report_year
group by card.tax_id, card.report_year
having count(*) <> 10
    or nullif(count(*) filter (where indicator.status <> 'not_assessed'), 0) * 0
    + count(*) filter (where indicator.status = 'met') is distinct from any_value(card.met_count)
    or nullif(count(*) filter (where indicator.status <> 'not_assessed'), 0) * 0
    + count(*) filter (where indicator.status not in ('not_applicable', 'not_assessed'))
    is distinct from any_value(card.applicable_count)
union all
select
    'company ' || radar.tax_id || ', ' || radar.report_year || ' has ' || count(*)
    || ' axes, expected 6'
from {{ ref('company_radar') }} as radar
group by radar.tax_id, radar.report_year
having count(*) <> 6
