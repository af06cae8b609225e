"""What in a contract cannot be meant: words it does not have, columns that nothing fills.

Belongs here: sentences about a contract by itself. Does not: reading it (contract.py), data.
"""

from collections.abc import Iterator
from typing import Any

TYPES = {
    "text", "tax_id", "isin", "lei", "control_no", "number", "integer", "percent", "ratio",
    "money", "boolean", "year_roc", "year_ad", "date_roc7", "date_ad8", "date_iso", "date_dmy",
    "month_roc",
}  # fmt: skip
LIMITS = {"changed", "median", "total", "largest", "factor"}
OF_QUANTITIES = {
    "minimum", "maximum", "decimals", "thousands", "exponents", "full_width", "negative", "round",
    "fraction", "median",
}  # fmt: skip
SHARES = {"filled", "negative", "round", "fraction", "check_digit", "moved"}
RULE = {"holds", "says", "mostly"}
COMPARISON = {
    "dataset", "keys", "this", "that", "where", "holds", "says", "mostly", "at_least", "never",
    "complete",
}  # fmt: skip
COVERED = {"column", "every_year_from", "newest"}


def contradictions(contract: Any) -> Iterator[str]:
    """Sentences saying what in a contract cannot be meant."""
    columns = set(contract.columns)
    if contract.dataset != contract.path.stem:
        yield f"dataset is {contract.dataset}, the file name says {contract.path.stem}"
    yield from (
        f"{c.name} has no such type as {c.type}"
        for c in contract.columns.values()
        if c.type not in TYPES
    )
    for column in contract.columns.values():
        if column.must is not None and (
            not {"rule", "expected"} <= set(column.must) or len(column.must) < 3
        ):
            yield f"{column.name}: `must` needs rule, expected, and a pattern, minimum or maximum"
        yield from _about_column(column)
    sizes = contract.sizes or {}
    for unknown in sorted(
        {*sizes} - {"period", "columns", "same", "next"}
        | {limit for side in ("same", "next") for limit in sizes.get(side, {})} - LIMITS
    ):
        yield f"`sizes` knows no {unknown}"
    if sizes and not contract.size_columns:
        yield "`sizes` needs columns: there is none of numbers"
    named = {
        *contract.key,
        *contract.size_columns,
        *([contract.period] if contract.period else []),
        *contract.one_period,
        *contract.needs_value,
        *contract.derived,
        *contract.optional,
        *contract.blank_in_key,
    }
    for rule in contract.sums:
        if set(rule) != {"total", "parts", "tolerance"}:
            yield "`sums` needs total, parts and tolerance"
        named |= {rule.get("total"), *rule.get("parts", ())}
    yield from _about_rules(contract)
    yield from (f"{name} is not a column" for name in sorted(named - columns, key=str))
    if not contract.eras and not contract.layout_unknown:
        yield "it has neither eras nor layout_unknown"
    for era in contract.eras:
        yield from era_contradictions(contract, era)


def era_contradictions(contract: Any, era: Any) -> Iterator[str]:
    """Sentences saying what in an era does not fit the contract.

    Every column comes from exactly one place.
    """
    sources = [
        *(t for targets in era.map.values() for t in targets),
        *era.absent,
        *era.fixed_values,
        *contract.derived,
    ]
    sources += contract.reshaped
    for name in sorted(set(sources) | set(contract.columns)):
        if name not in contract.columns:
            yield f"era {era.name} fills {name}, which is not a column"
        elif sources.count(name) != 1:
            yield f"era {era.name} fills {name} {sources.count(name)} times"
    if bool(contract.reshape) != bool(era.wide):
        yield f"era {era.name}: `reshape` and `wide` go together"
    elif {each.column for each in era.wide} - {None} not in (set(), set(contract.wide_values)):
        yield f"era {era.name}: `wide` names other columns than the values of `reshape`"
    folded = [name.casefold() for name in (*era.fixed(), *era.wide_names)]
    if len(set(folded)) != len(folded):
        yield f"era {era.name} names a source column twice"
    if set(era.types.values()) - TYPES:
        yield f"era {era.name} has an unknown type"


def _about_column(column: Any) -> Iterator[str]:
    for word in sorted(OF_QUANTITIES):
        given = getattr(column, word) != getattr(type(column), word)
        if given and not column.is_quantity:
            yield f"{column.name}: `{word}` is said of numbers, and it is {column.type}"
    for word in sorted(SHARES):
        if not 0 <= (getattr(column, word) or 0) <= 1:
            yield f"{column.name}: `{word}` is a share of 0 to 1"
    if column.median and not (len(column.median) == 2 and 0 < column.median[0] < column.median[1]):
        yield f"{column.name}: `median` needs two numbers above zero, the smaller one first"
    if column.minimum > column.maximum:
        yield f"{column.name}: `minimum` is above `maximum`"


def _about_rules(contract: Any) -> Iterator[str]:
    for rule in contract.rules:
        if not {"holds", "says"} <= set(rule) <= RULE:
            yield "`rules` needs holds and says, and knows mostly"
    for rule in contract.compare_with:
        if not {"dataset", "keys", "this", "that", "holds", "says"} <= set(rule) <= COMPARISON:
            yield (
                "`compare_with` needs dataset, keys, this, that, holds and says, and knows mostly,"
                " where, at_least, never and complete"
            )
    if contract.coverage and not {"column"} < set(contract.coverage) <= COVERED:
        yield "`coverage` needs column, and every_year_from or newest"
