-- two rows of a rule in force in one year would stop the build without saying why
select
    'seeds: rule_threshold.csv, '
    || earlier.rule_key
    || ': the rows from '
    || earlier.valid_from_year
    || ' and from '
    || later.valid_from_year
    || ' are both in force in '
    || later.valid_from_year
    || '; end the first with valid_to_year '
    || (later.valid_from_year - 1) as problem
from {{ ref('rule_threshold') }} as earlier
inner join {{ ref('rule_threshold') }} as later
    on later.rule_key = earlier.rule_key and later.valid_from_year > earlier.valid_from_year
        and later.valid_from_year <= coalesce(earlier.valid_to_year, 9999)
