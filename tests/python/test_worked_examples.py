"""The worked examples of seeds/quality/ctl_worked_example.csv, on the embedded default.

Here and not in the gate: new data, another variant or a changed rule may move each of them.
"""

import csv
import math
import re

import duckdb
import pytest

from conftest import Built
from orchestration.settings import MARTS, ROOT

SEED = ROOT / "seeds" / "quality" / "ctl_worked_example.csv"
SUBJECT = re.compile(r"(?P<sum>sum\()?(?P<mart>\w+)\.(?P<column>\w+)\)?")


def examples() -> list[dict[str, str]]:
    with SEED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(connection: duckdb.DuckDBPyConnection, example: dict[str, str]) -> list:
    """The different values that the mart has where the example says."""
    subject = SUBJECT.fullmatch(example["subject"])
    assert subject, f"{example['subject']} is neither mart.column nor sum(mart.column)"
    parts = [part.split("=", 1) for part in example["key"].split("; ")]
    where = " and ".join(f'"{column}" = ?' for column, _ in parts)
    value = f"sum({subject['column']})" if subject["sum"] else f"distinct {subject['column']}"
    rows = connection.execute(
        f"select {value} from {MARTS}.{subject['mart']} where {where}", [v for _, v in parts]
    )
    values = [row[0] for row in rows.fetchall()]
    return [value for value in values if value is not None] or values


def agrees(value: object, example: dict[str, str]) -> bool:
    if str(value).lower() == example["expected"].lower():
        return True
    try:
        figure, expected = float(str(value)), float(example["expected"])
    except ValueError:
        return False
    tolerance = float(example["tolerance"] or 0)
    return math.isclose(figure, expected, rel_tol=1e-12, abs_tol=tolerance)


@pytest.mark.parametrize("mart", sorted({SUBJECT.match(e["subject"])["mart"] for e in examples()}))
def test_worked_examples_come_out(built: Built, mart: str):
    wrong = []
    with duckdb.connect(str(built.db), read_only=True) as connection:
        for example in examples():
            if SUBJECT.match(example["subject"])["mart"] != mart:
                continue
            values = found(connection, example)
            if len(values) != 1 or not agrees(values[0], example):
                wrong.append(
                    f"{example['subject']} where {example['key']}: worked out"
                    f" {example['expected']} ({example['calculation']}), found {values}"
                )
    assert not wrong, "\n".join(wrong)
