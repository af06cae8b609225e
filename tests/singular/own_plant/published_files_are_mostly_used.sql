-- more than 2,000 quarantined rows of published files is a layout that changed, not bad rows; own
-- files may be wrong throughout
select
    'dq_quarantine: '
    || count(*)
    || ' rows of published files are quarantined; expected at most 2,000.'
    || ' Look at rule_code and reason.'
        as problem
from {{ ref('dq_quarantine') }}
where rule_code <> 'DQ32'
having count(*) > 2000
