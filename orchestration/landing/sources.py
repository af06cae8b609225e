"""The contracts as dbt sources, so that lineage starts at the landed file.

Belongs here: writing models/sources/landed/<dataset>.yml. Does not: what a dataset is (contracts/).
`python -m orchestration.landing.sources` writes them anew; a test compares them with the contracts.
"""

import json
import textwrap
from pathlib import Path

from orchestration.landing.contract import Contract, load_all
from orchestration.landing.store import PROVENANCE, arrow_type
from orchestration.settings import ROOT

FOLDER = ROOT / "models" / "sources" / "landed"
SQL_TYPES = {"double": "double", "int32": "integer", "date32[day]": "date", "bool": "boolean"}
WIDTH = 100
INDENTED = {"initial_indent": " " * 10, "subsequent_indent": " " * 10}
PLAIN = {"text", "number", "integer", "boolean"}  # types that the data type says already
PROVENANCE_MEANS = {
    "source_release_key": "Release: dataset, vintage and the first digits of the SHA-256",
    "vintage_date": "Day the publisher gave the file, or the day it was landed",
    "retrieved_at": "Day the file was fetched, where known",
    "file_name": "Path of the file below the landed folder",
    "file_sha256": "SHA-256 of the published bytes",
    "row_number": "Number of the row in the file, the header not counted",
}


def headers_of(contract: Contract, column: str) -> str:
    """What the publisher calls a column, in every layout it used; empty if no file names it."""
    names: dict[str, str] = {}
    for era in contract.eras:
        for header, targets in era.map.items():
            if column in targets:
                names.setdefault(header.casefold(), header)
    translated = [name for name in names.values() if name != column]
    return " / ".join(translated or names.values())


def below(contract: Contract, column: str) -> str:
    """Which of the repeated columns fill a column: all of them, or those with a name of its own."""
    if len(contract.wide_values) == 1:
        return "cells below those headers"
    names = [
        name
        for era in contract.eras
        for each, name in zip(era.wide, era.wide_names, strict=True)
        if each.column == column
    ]
    return "cells below " + " / ".join(name.replace("{any}", "(year)") for name in names)


def describe(contract: Contract, column: str) -> str:
    """One line about a column: its name in the file, how it is read, its unit."""
    read = contract.columns[column]
    name = headers_of(contract, column)
    if contract.layout_unknown:
        name = "no layout known yet"
    elif column in contract.reshaped:
        is_header = column == contract.reshape["period"]
        name = "headers of the repeated columns" if is_header else below(contract, column)
    parts = [name or "made while landing"]
    if read.type not in PLAIN:
        parts.append(f"read as {read.type}")
    if read.unit:
        parts.append(f"in {read.unit}")
    return "; ".join(parts)


def column_text(name: str, data_type: str, text: str) -> str:
    """A column as one line of YAML, or more where that would be too wide."""
    head = f"          - {{name: {name}, data_type: {data_type},"
    tail = f"description: {quoted(text)}}}"
    one_line = f"{head} {tail}"
    if len(one_line) <= WIDTH:
        return one_line
    # YAML reads a line break within quotes as the blank it replaces
    first, rest = " " * 13, " " * 15
    lines = textwrap.wrap(
        tail, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join([head, *lines])


def fact_text(key: str, value: str) -> list[str]:
    """A fact as one line of YAML, or folded where that would be too wide."""
    line = f"            {key}: {quoted(value)}"
    return [line] if len(line) <= WIDTH else [f"            {key}: >-", f"{' ' * 14}{value}"]


def quoted(text: str) -> str:
    """A text as a YAML scalar; JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def text_of(contract: Contract) -> str:
    """The properties dbt reads for one landed dataset."""
    columns = [
        (name, str(arrow_type(column)), describe(contract, name))
        for name, column in contract.columns.items()
    ]
    columns += [(name, str(kind), PROVENANCE_MEANS[name]) for name, kind in PROVENANCE]
    grain = f"one row per {', '.join(contract.key)} and file" if contract.key else "rows as filed"
    facts = {"publisher": contract.publisher, "licence": contract.licence, "url": contract.url}
    lines = [
        f"# written by orchestration/landing/sources.py from contracts/{contract.path.name}",
        "sources:",
        "  - name: landed",
        "    tables:",
        f"      - name: {contract.dataset}",
        "        description: >-",
        *textwrap.wrap(f"{contract.title}. **Grain**: {grain}.", 88, **INDENTED),
        "        loader: python3 -m orchestration land",
        "        config:",
        "          meta:",
        *(line for key, value in facts.items() if value for line in fact_text(key, value)),
        "        columns:",
        *(column_text(name, SQL_TYPES.get(kind, "varchar"), text) for name, kind, text in columns),
    ]
    return "\n".join(lines) + "\n"


def write_all(folder: Path = FOLDER) -> None:
    """Write a file for each contract, and take away those of contracts that are gone."""
    texts = {f"{contract.dataset}.yml": text_of(contract) for contract in load_all()}
    for path in folder.glob("[!_]*.yml"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all()
