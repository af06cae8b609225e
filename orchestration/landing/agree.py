"""Whether figures agree: columns of a row with each other, a file with what others published.

Belongs here: `rules` and `compare_with` of a contract, SQL conditions of ours. Does not: a column
by itself (profile.py), the same dataset at another time (before.py, sizes.py).

    rules:                 # of each row, or of what it makes with others; null is not judged
      - {holds: abs(a / b - c) < 0.1, mostly: 0.95, says: c is a over b}
      - {holds: "steady(a, key, year)", mostly: 0.8, says: a is like that of the year before}
    compare_with:          # what is landed of another dataset; nothing landed, nothing compared
      - dataset: ghg_registry
        keys: {year: year, control_no: control_no}       # ours: theirs, as SQL
        this: sum(total_tco2e)                         # of our rows of a key, as SQL
        that: sum(total_tco2e)                         # of theirs
        holds: this / that between 0.95 and 1.05
        mostly: 0.9                                    # share of the keys that both have
        complete: 0.95       # share of their keys, of a first key that both have, that is here
        says: both print the tonnes of a plant
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from orchestration.landing.contract import Contract
from orchestration.landing.profile import FEW, SMALL, Fault
from orchestration.settings import ROOT

# between half and double of what the same one had the year before; the first year says nothing
STEADY = """
    create macro steady(figure, whose, moment) as case when figure > 0
    then figure / nullif(lag(figure) over (partition by whose order by moment), 0)
    between 0.5 and 2 end
"""


def rules(contract: Contract, db: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    """Rules that the rows of the table `file` break in a larger share than they may."""
    if not contract.rules:
        return
    db.execute(STEADY)
    held = ", ".join(f"({rule['holds']}) as rule_{i}" for i, rule in enumerate(contract.rules))
    db.execute(f"create or replace temp table held as select row_number, {held} from file")
    for i, rule in enumerate(contract.rules):
        judged, broken, first = db.execute(
            f"select count(rule_{i}), count(*) filter (not rule_{i}),"
            f" min(row_number) filter (not rule_{i}) from held"
        ).fetchone()
        mostly = rule.get("mostly", 1)
        # where every row has to hold, one that does not is enough; a share asks for many rows
        if judged >= SMALL and broken > (0 if mostly == 1 else max(FEW, (1 - mostly) * judged)):
            yield Fault(
                "rule",
                str(i + 1),
                f"{rule['says']}, and {broken:,} of {judged:,} rows say otherwise, the first of"
                f" them row {first} ({_allowed(mostly)})",
            )


def compare(
    contract: Contract, folder: Path, vintage: Any, db: duckdb.DuckDBPyConnection
) -> Iterator[Fault]:
    """Other published figures that those of the table `file` contradict."""
    for rule in contract.compare_with:
        source, parameters = _others(rule, folder)
        if not source:
            continue
        mine = ", ".join(f"{ours} as k{i}" for i, ours in enumerate(rule["keys"]))
        other = ", ".join(f"{theirs} as k{i}" for i, theirs in enumerate(rule["keys"].values()))
        keys = ", ".join(f"k{i}" for i in range(len(rule["keys"])))
        given = f"where {rule['where']}" if "where" in rule else ""
        db.execute(
            f"""
            create or replace temp table compared as
            with a as (select {mine}, {rule["this"]} as this from file {given} group by all),
            b as (select {other}, {rule["that"]} as that from {source} group by all)
            select *, a.k0 is not null as is_here, ({rule["holds"]}) as holds,
            ({rule.get("never", "false")}) as never
            from b left join a using ({keys}) where k0 in (select k0 from a)
            """,
            parameters,
        )
        yield from _incomplete(rule, keys, db)
        yield from _disagreement(rule, keys, db)


def _incomplete(rule: dict, keys: str, db: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    least, name = rule.get("complete", 0), rule["dataset"]
    there, here, gone = db.execute(
        f"select count(*), count(*) filter (is_here), min(concat_ws(' ', {keys})) filter"
        " (not is_here) from compared"
    ).fetchone()
    if there >= rule.get("at_least", SMALL) and here < least * there:
        yield Fault(
            "compare",
            name,
            f"{name} has {there:,} of them, and {there - here:,} are not here, for instance {gone}"
            f" ({least:.0%} have to be): rows are missing, or their keys are wrong",
        )


def _disagreement(rule: dict, keys: str, db: duckdb.DuckDBPyConnection) -> Iterator[Fault]:
    judged, broken = db.execute(
        "select count(holds), count(*) filter (not holds) from compared"
    ).fetchone()
    mostly, name = rule.get("mostly", 1), rule["dataset"]
    if judged < rule.get("at_least", SMALL):
        return
    shown = "concat_ws(' ', {}), this, that".format(keys.replace(", k", "::varchar, k"))
    example = f"select {shown} from compared where {{}} order by this desc nulls last, 1 limit 1"
    if broken > max(0 if mostly == 1 else FEW, (1 - mostly) * judged):
        key, this, that = db.execute(example.format("not holds")).fetchone()
        yield Fault(
            "compare",
            name,
            f"{rule['says']}, and {broken:,} of {judged:,} differ from {name}, for instance {key}:"
            f" {_shown(this)} here, {_shown(that)} there ({_allowed(mostly)}); one of the two"
            " files is wrong",
        )
    elif found := db.execute(example.format("never")).fetchone():
        key, this, that = found
        yield Fault(
            "compare",
            name,
            f"{rule['says']}, and {key} has {_shown(this)} here, {_shown(that)} in {name}: one of"
            " the two is wrong",
        )


def _others(rule: dict, folder: Path) -> tuple[str, list]:
    """Where another dataset, of each key the newest vintage, or a seed is read; "" if nowhere."""
    dataset = rule["dataset"]
    if "/" in dataset:
        return "read_csv(?)", [str(ROOT / "seeds" / f"{dataset}.csv")]
    paths = [str(path) for path in sorted((folder / dataset).glob("*.parquet"))]
    keys = ", ".join(rule["keys"].values())
    return (
        (
            "(select * from read_parquet(?, union_by_name = true)"
            f" qualify vintage_date = max(vintage_date) over (partition by {keys}))",
            [paths],
        )
        if paths
        else ("", [])
    )


def _allowed(mostly: float) -> str:
    return "every one has to agree" if mostly == 1 else f"{mostly:.0%} have to agree"


def _shown(value: Any) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else str(value)
