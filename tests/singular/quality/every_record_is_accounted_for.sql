-- a record of a file is used, quarantined, replaced, or left out for a reason that is declared: a
-- model that drops one silently is found here, and so is a reason that does not hold
select
    dataset || ', ' || source_release_key || ', row ' || row_number || ' (' || record_key || '): '
    || case
        when outcome_code is null
            then mart || ' does not rest on it, no other row stands for it there, and no reason'
                || ' leaves it out; look at ' || model_name
        else 'declared as left out (' || exclusion_code || '), but ' || mart || ' rests on it'
    end as problem
from {{ ref('int_quality__account_record') }}
-- a blank may be published as such
where outcome_code is null or (is_used and exclusion_code <> 'no_value')
union all
select
    dataset || ', ' || source_release_key || ': ' || landed_count || ' rows landed, '
    || quarantined_count || ' quarantined, ' || staged_count || ' taken in; a data set that no'
    || ' records macro declares has none (models/_docs/methodology/quality.md)'
from {{ ref('int_quality__account') }}
where landed_count <> quarantined_count + staged_count
