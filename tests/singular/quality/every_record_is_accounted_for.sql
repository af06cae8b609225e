-- a record of a file is used, quarantined, replaced, or left out for a reason that is declared: a
-- model that drops one silently is found here, and so is a reason that does not hold, or a key that
-- is not the mart's
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
union all
select
    source_release_key || ', row ' || row_number || ': ' || mart || ' rests on it in ' || row_key
    || ', for which it has no record; mend its key'
from (
    select
        evidence.mart,
        evidence.row_key,
        evidence.source_release_key,
        evidence.row_number
    from {{ ref('int_quality__list_evidence') }} as evidence
    inner join {{ ref('int_quality__account_record') }} as record
        on record.mart = evidence.mart
            and record.source_release_key = evidence.source_release_key
            and record.row_number = evidence.row_number
    where record.record_key <> ''
    group by all
    -- a figure of several columns is cited by its row and by each of them
    having not bool_or(
            record.is_used
            and (
                starts_with(
                    evidence.row_key, regexp_replace(record.record_key, '/[a-z][a-z0-9_]+$', '')
                )
                or starts_with(record.record_key, evidence.row_key)
            )
        )
) as unclaimed
