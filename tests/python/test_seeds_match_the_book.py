"""Every seed cell of the yearbook, compared with the text of the book where that text is at hand.

The document is not part of the project: NETZERO_SOURCES (default ../shared/sources) names its
folder. Absent in CI is a failure.
"""

import csv
import hashlib
import os
import re
from pathlib import Path

import pytest

from orchestration.settings import ROOT

SEEDS = ROOT / "seeds" / "energy_audit"
SOURCES = Path(os.environ.get("NETZERO_SOURCES", ROOT.parent / "shared" / "sources"))
KEYS = {"table_ref", "row_label", "industry_code", "year"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def book() -> Path:
    release = next(
        r
        for r in read(ROOT / "seeds" / "reference" / "ref_source_release.csv")
        if r["source_release_key"] == "energy_audit_2022"
    )
    for path in sorted(SOURCES.glob("*.txt")):
        if hashlib.sha256(path.read_bytes()).hexdigest() == release["file_sha256"]:
            return path
    message = f"the yearbook's text (SHA-256 {release['file_sha256']}) is not in {SOURCES}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message + "; set NETZERO_SOURCES to compare the seeds with it")


def printed_tables(text: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Tables of the book by number: rows of (label, cells).

    A section's first table may be unnumbered ("1.1、") or numbered within it ("3.5、", "1. ")."""
    tables: dict[str, list[tuple[str, list[str]]]] = {}
    section = table = None
    for line in text.split("\n"):
        if re.match(r"附錄\s*$", line):
            break
        if heading := re.match(r"([1-3]\.\d+)、[^\t.]*$", line):
            section = table = heading[1]
        elif section and (
            number := re.match(r"([1-4])\. ?申報|([1-4])\. (能源消費|電力流向)", line)
        ):
            table = f"{section}-{number[1] or number[2]}"
        elif table and "\t" in line:
            cells = line.split("\t")
            first = next((i for i, c in enumerate(cells) if re.match(r"-?\d[\d,.]*%?$", c)), None)
            if first is None:
                continue
            # a year is a label, not a cell
            labels, values = (
                (cells[:1], cells[1:]) if first == 0 else (cells[:first], cells[first:])
            )
            label = next(part for part in reversed(labels) if part)
            tables.setdefault(table, []).append((label, values))
    return tables


def seed_tables() -> dict[str, list[tuple[str, list[str]]]]:
    tables: dict[str, list[tuple[str, list[str]]]] = {}
    for name in {row["seed_name"] for row in read(SEEDS / "energy_audit_2022_column.csv")}:
        for row in read(SEEDS / f"{name}.csv"):
            cells = [text for column, text in row.items() if column not in KEYS and text]
            tables.setdefault(row["table_ref"], []).append((row["row_label"], cells))
    return tables


def test_every_cell_is_the_printed_text(book: Path) -> None:
    printed = printed_tables(book.read_text(encoding="utf-8"))
    seeded = seed_tables()
    assert sorted(printed) == sorted(seeded)
    differences = [
        f"{table}: printed {p}, seed {s}"
        for table in printed
        for p, s in zip(printed[table], seeded[table], strict=True)
        if p != s
    ]
    assert differences == []
    assert len(printed) == 42
    assert sum(len(cells) for rows in printed.values() for _, cells in rows) == 3123


def test_column_headers_are_the_printed_ones(book: Path) -> None:
    """Header rows are joined and wrapped in the text: each word of a label must stand there."""
    text = book.read_text(encoding="utf-8")
    layouts = {
        row["layout_code"]: row["table_ref"] for row in read(SEEDS / "energy_audit_2022_table.csv")
    }
    squeezed = re.sub(r"\s", "", text)
    missing = [
        f"{row['layout_code']} ({layouts[row['layout_code']]}): {row['label_zh']}"
        for row in read(SEEDS / "energy_audit_2022_column.csv")
        for word in row["label_zh"].split(" ")
        if re.sub(r"\s", "", word) not in squeezed
    ]
    assert missing == []


def test_statements_stand_in_the_text(book: Path) -> None:
    """Foreword and footnotes: each number stands in the text beside the words that say it."""
    text = book.read_text(encoding="utf-8")
    names = {
        r["industry_code"]: r["name_zh"]
        for r in read(ROOT / "seeds" / "reference" / "ref_industry.csv")
    }
    foreword = text.split("目錄")[0]
    kinds = {
        "incinerators": "焚化廠",
        "energy_mining": "能源礦業",
        "refineries": "煉油業",
        "power_plants": "電廠",
    }
    beside = {
        "foreword:user_count": "大用戶共 {} 家",
        "foreword:total": "總能源消費量 {} 萬公秉油當量",
        "foreword:saved_total": "申報實際節能量為 {} 萬公秉油當量",
        "foreword:saving_rate": "節電率為 {}",
        "foreword:industrial_energy_share": "占國內能源消費超過 {}",
        "foreword:guideline_year": "{} 年 4 月所修訂之「能源發展綱領」",
        "foreword:white_paper_year": "{} 年 11 月依據「能源發展綱領」落實機制訂定「能源轉型白皮書」",
    }
    for row in read(SEEDS / "energy_audit_2022_statement.csv"):
        reference, number = row["statement_ref"], row["printed_text"]
        if reference in beside:
            assert beside[reference].format(number) in foreword, reference
        elif reference.split(":")[-1] in kinds:
            assert f"{kinds[reference.split(':')[-1]]}({number}家)" in text, reference
        elif reference.startswith("2.3-1 *2:") and row["industry_code"] != "all_users":
            assert f"{names[row['industry_code']]} {number} 百萬度" in text, reference
        else:
            section = reference.split("-")[0].split(" ")[0]
            body = text.split(f"\n{section}、")[-1]  # the first one is the table of contents
            body = re.split(r"\n\d+\.\d+、|\n第", body)[0]
            pattern = rf"節能措施節電(量總計|量：) ?{number} 百萬度"
            if row["measure_code"] == "heat_saving_share":
                pattern = rf"扣除節電 {number} 認列節熱措施"
            assert re.search(pattern, body), reference
