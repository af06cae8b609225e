"""The questions of drift.py as SQL over two relations, before and now; one statement a question.

Belongs here: the statements. Does not: what is asked of which mart, judging the answers.
"""

# What an entity is called, by the column that holds it.
LABELS = {
    "tax_id": "(select any_value(name_zh) from marts.dim_company as c where c.tax_id = name)",
    "control_no": "(select any_value(f.name_zh) from marts.dim_facility as f"
    " where f.control_no = name)",
}

# rule DQ21: within 20 % of a whole power of ten, the second or more
_IS_SLIP = """before <> 0 and now <> 0 and sign(now) = sign(before) and abs(before) >= {smallest}
    and abs(log10(abs(now / before))) > 1.9
    and abs(log10(abs(now / before)) - round(log10(abs(now / before)))) < log10(1.2)"""

_TOTALS = """
    select '{column}' as column_name, coalesce(b.year, n.year) as year, b.total, n.total
    from (select {year} as year, sum({column})::double as total from {before} group by all) as b
    full join (select {year} as year, sum({column})::double as total from {now} group by all) as n
        using (year)
"""

_CODES = """
    select '{column}' as column_name, {column}::varchar as code
    from (select distinct {column} from {before} where {column} is not null
        except select distinct {column} from {now})
"""

# An entity weighs the share of its absolute values in the sum of all.
_ENTITIES = """
    with entity as (
        select {column} as name, coalesce(sum(abs({weight})), 0)::double as weight from {before}
        where {column} is not null group by all
    ),
    gone as (
        select name, coalesce(weight / nullif((select sum(weight) from entity), 0), 0) as part
        from entity where name not in (select {column} from {now} where {column} is not null)
    )
    select name, {label}, part from gone order by part desc, name
"""

_VALUES = """
    select
        '{column}' as column_name,
        count(b.{column}),
        count(*) filter (where abs(n.{column} - b.{column})
            > 1e-9 * greatest(abs(n.{column}), abs(b.{column}))),
        count(b.{column}) filter (where n.{column} is null)
    from {before} as b join {now} as n on {same_key}
"""

_SLIPS = f"""
    with pair as (
        select n.{{entity}} as name, {{key_text}} as key,
            b.{{column}}::double as before, n.{{column}}::double as now
        from {{before}} as b join {{now}} as n on {{same_key}}
    )
    select '{{column}}' as column_name, name, {{label}}, min(key), arg_min(before, key),
        arg_min(now, key)
    from pair where {_IS_SLIP} group by name
"""

# A year that is new, beside the year before of the same key.
_NEXT_SLIPS = f"""
    with pair as (
        select {{entity}} as name, {{year}} as year, {{column}}::double as now,
            lag({{column}}::double) over (partition by {{rest}} order by {{year}}) as before
        from {{now}}
    )
    select '{{column}}' as column_name, name, {{label}}, min(year)::varchar,
        arg_min(before, year), arg_min(now, year)
    from pair where year > (select max({{year}}) from {{before}}) and {_IS_SLIP} group by name
"""

STATEMENTS = {
    "totals": _TOTALS,
    "codes": _CODES,
    "entities": _ENTITIES,
    "values": _VALUES,
    "slips": _SLIPS,
    "next_slips": _NEXT_SLIPS,
}


def counts(relations: dict[str, str]) -> str:
    """Rows of each relation, by name."""
    return " union all ".join(f"select '{n}', count(*) from {r}" for n, r in relations.items())


def ask(question: str, columns: list[str], key: list[str], **names: object) -> str:
    """One statement that asks a question of several columns; answers are in a stable order."""
    year = names.get("year")
    names |= {
        "key_text": "concat_ws(', ', " + ", ".join(f"n.{c}" for c in key) + ")",
        "same_key": " and ".join(f"b.{c} is not distinct from n.{c}" for c in key),
        "rest": ", ".join(c for c in key if c != year) or "1",
    }
    parts = [STATEMENTS[question].format(column=column, **names) for column in columns]
    return " union all ".join(f"from ({part})" for part in parts)
