"""The row a reader asks for, and the steps of fct_trace behind it.

Belongs here: queries on the published release, and what is wrong with a question.
Does not: words (tell.py). Nothing is written: the release is opened read-only.
"""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import yaml

from orchestration.errors import NotFound
from orchestration.settings import MARTS, ROOT

SUGGESTED = 5
BARE = ("value", "value_number", "quantity", "threshold_value")  # their unit stands beside them
DOC = re.compile(r"\{\{\s*doc\(\s*['\"](\w+)['\"]\s*\)\s*\}\}")


@dataclass(frozen=True)
class Row:
    """One row of a mart: its key as fct_trace writes it, and its cells."""

    mart: str
    key: str
    cells: dict[str, Any]


class Release:
    """The published warehouse, as far as a trace reads it."""

    def __init__(self, warehouse: Path) -> None:
        """Open the release. Raises NotFound if nothing was published or it has no trace."""
        if not warehouse.exists():
            raise NotFound(f"{warehouse} does not exist: run `python3 -m orchestration build`.")
        self.connection = duckdb.connect(str(warehouse), read_only=True)
        found = self._all(
            "select table_name, constraint_column_names from duckdb_constraints()"
            " where constraint_type = 'PRIMARY KEY' and schema_name = ?",
            MARTS,
        )
        self.keys: dict[str, list[str]] = dict(found)
        if "fct_trace" not in self.keys:
            raise NotFound("The published release has no fct_trace: build and publish again.")

    def _all(self, sql: str, *values: Any) -> list[tuple]:
        return self.connection.execute(sql, list(values)).fetchall()

    def _dicts(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        cursor = self.connection.execute(sql, list(values))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def columns(self, mart: str) -> dict[str, str]:
        """Columns of a mart with their types, in order. Raises NotFound for another name."""
        if mart not in self.keys:
            traced = [name for (name,) in self._all(f"select distinct mart from {MARTS}.fct_trace")]
            raise NotFound(
                f"There is no mart {mart}.{_nearest(mart, self.keys)}"
                + f" Marts with a trace: {', '.join(sorted(traced))}."
            )
        return {name: kind for name, kind, *_ in self._all(f'describe {MARTS}."{mart}"')}

    def row(self, mart: str, asked: str) -> Row:
        """The row that `asked` names: `column=value,...`, or the values of the key joined by `/`.

        Raises NotFound, with what would be valid, if it names no row or several.
        """
        columns, key = self.columns(mart), self.keys[mart]
        key_sql = f"concat_ws('/', {', '.join(key)})"
        pairs = [part.partition("=") for part in asked.split(",")]
        by_column = all(sign for _, sign, _ in pairs) and any(
            p[0].strip() in columns for p in pairs
        )
        if by_column:
            for name in (name.strip() for name, _, _ in pairs):
                if name not in columns:
                    raise NotFound(
                        f"{mart} has no column {name}.{_nearest(name, columns)}"
                        + f" A row is named by {', '.join(key)}."
                    )
            where = " and ".join(f"cast({name.strip()} as varchar) = ?" for name, _, _ in pairs)
            values = [value.strip() for _, _, value in pairs]
        else:
            where, values = f"{key_sql} = ?", [asked]
        sql = f'select {key_sql} as traced_key, * from {MARTS}."{mart}" where {where}'
        rows = self._dicts(f"{sql} limit {SUGGESTED + 1}", *values)
        if len(rows) == 1:
            return Row(mart, rows[0].pop("traced_key"), rows[0])
        form = f"A row is named by {'/'.join(key)}"
        if rows:
            some = ", ".join(row["traced_key"] for row in rows[:SUGGESTED])
            raise NotFound(f"{asked} names several rows of {mart}: {some} ... {form}.")
        known = [k for (k,) in self._all(f'select {key_sql} from {MARTS}."{mart}" order by 1')]
        wanted = "/".join(values)
        near = difflib.get_close_matches(wanted, known, SUGGESTED, 0.5) or known[:SUGGESTED]
        raise NotFound(f"{mart} has no row {asked}. {form}, for instance {', '.join(near)}.")

    def check_column(self, mart: str, column: str) -> None:
        """Raise NotFound, with the nearest names, if the mart has no such column."""
        columns = self.columns(mart)
        if column not in columns:
            raise NotFound(
                f"{mart} has no column {column}.{_nearest(column, columns)}"
                + f" Columns: {', '.join(columns)}."
            )

    def steps(self, mart: str, key: str, column: str | None = None) -> list[dict[str, Any]]:
        """Steps behind a row; of a column those of its own and those of the whole row.

        A column without a step of its own is made of others of its row: all steps then.
        """
        steps = self._dicts(
            f"select * from {MARTS}.fct_trace where mart = ? and row_key = ? order by sort_order",
            mart,
            key,
        )
        if column and any(step["column_name"] == column for step in steps):
            return [step for step in steps if step["column_name"] in (None, column)]
        return steps

    def release(self, key: str) -> dict[str, Any]:
        """What is known of a source release."""
        sql = f"select * from {MARTS}.dim_source_release where source_release_key = ?"
        return self._dicts(sql, key)[0]

    def unit(self, row: Row, column: str) -> str:
        """Symbol of a measure's unit: of the column beside a bare value, or its last words."""
        if column in BARE and row.cells.get("unit_code"):
            code = row.cells["unit_code"]
        else:
            words = column.split("_")
            code = next(
                (c for i in range(len(words)) if (c := "_".join(words[i:])) in self._units()), ""
            )
        return self._units().get(code) or code

    def _units(self) -> dict[str, str]:
        return dict(self._all(f"select unit_code, symbol from {MARTS}.dim_unit"))


def descriptions(mart: str) -> tuple[str, dict[str, str]]:
    """What the yml of a mart says of it and of its columns; empty if the project has none."""
    found = next((ROOT / "models" / "marts").glob(f"*/{mart}.yml"), None)
    if found is None:
        return "", {}
    shared = _shared_texts()
    (model,) = yaml.safe_load(found.read_text(encoding="utf-8"))["models"]

    def plain(text: str) -> str:
        spelled_out = DOC.sub(lambda name: shared.get(name[1], ""), text)
        return " ".join(spelled_out.replace("**", "").split())

    columns = {c["name"]: plain(c.get("description", "")) for c in model["columns"]}
    return plain(model["description"]), columns


def _shared_texts() -> dict[str, str]:
    """Texts of the doc blocks that several columns share."""
    block = re.compile(r"\{%\s*docs (\w+)\s*%\}(.*?)\{%\s*enddocs\s*%\}", re.DOTALL)
    texts: dict[str, str] = {}
    for path in (ROOT / "models" / "_docs").glob("*.md"):
        texts |= dict(block.findall(path.read_text(encoding="utf-8")))
    return texts


def _nearest(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, list(known), 3, 0.5)
    return f" Did you mean {' or '.join(near)}?" if near else ""
