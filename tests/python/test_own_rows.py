"""Rows of one's own from the file to the sentence: what each is told, letter by letter.

Belongs here: tests/own_rows (rows as a user writes them, with the refusal beside each), cells that
mean harm, bills of several periods, wrong portfolios. Does not: the rules by themselves (dbt unit
tests), what a build prints (test_own_files).
"""

import csv
import io
from pathlib import Path

import duckdb
import pytest

from conftest import Built
from orchestration import landing
from orchestration.landing import contract as contracts
from orchestration.settings import ROOT
from project_copy import copy_candidate, run_dbt

ROWS = {path.stem: path for path in sorted((ROOT / "tests" / "own_rows").glob("*.csv"))}
OWN = [c.dataset for c in contracts.load_all() if c.own]
# each in every column of every dataset: none may stop a build, whatever becomes of its row
HOSTILE = [
    *("-1e308", "1e308", "1e309", "NaN", "inf", "-inf", "x", "", "0x10", "1e-400", "2147483648"),
    *("1e-320", "0.0000000001", "-0", "9" * 400, "0001-01-01", "=1+1", "a\nb"),
    *("9999-99-99", "0000-00-00", "9999-12-31", "2024-02-30", "民國999年", "１２０００"),
    *("long " * 20_000, '{"a": 1}', "\\u0000", "$.x", "%s", "{unit}", "'; drop table x; --"),
]


def stated(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def without_refusal(path: Path) -> str:
    return written([{k: v for k, v in row.items() if k != "refusal"} for row in stated(path)])


def hostile(dataset: str) -> str:
    template = stated(ROOT / "docs" / "templates" / "en" / f"{dataset}.csv")[0]
    cells = [(column, cell) for column in template for cell in HOSTILE]
    # a key of its own, so that no row is refused as the repetition of another
    key = "target_id" if dataset == "portfolio_target" else next(iter(template))
    return written([{**template, key: f"k{n}", c: v} for n, (c, v) in enumerate(cells)])


def bills() -> str:
    """Six bills of two months, one that repeats a month, one that crosses the end of the year."""
    facts = "organisation_id,facility_id,year,scope,category,source,activity_item,quantity,unit"
    header = f"{facts},period_start,period_end\n"
    row = "bills,p,2024,2,purchased_electricity,meter,electricity,{},kWh,{},{}\n"
    quantities = (180_000, 172_000, 190_000, 210_000, 194_000, 170_000)
    ends = ("02-29", "04-30", "06-30", "08-31", "10-31", "12-31")
    lines = [
        row.format(quantity, f"2024-{2 * n + 1:02}-01", f"2024-{end}")
        for n, (quantity, end) in enumerate(zip(quantities, ends, strict=True))
    ]
    lines.append(row.format(90_000, "2024-04-01", "2024-04-30"))
    lines.append(row.format(6_100, "2023-11-16", "2024-01-15"))
    return header + "".join(lines)


@pytest.fixture(scope="module")
def refused(built: Built, tmp_path_factory: pytest.TempPathFactory):
    """The models of own data on all these files: a connection to what they made."""
    folder = tmp_path_factory.mktemp("own_rows")
    settings = copy_candidate(built.settings, folder)
    files = folder / "files"
    files.mkdir()
    for dataset, path in ROWS.items():
        (files / f"{dataset}.csv").write_text(without_refusal(path), encoding="utf-8")
    for dataset in OWN:
        (files / f"{dataset}_hostile.csv").write_text(hostile(dataset), encoding="utf-8")
    (files / "activity_data_bills.csv").write_text(bills(), encoding="utf-8")
    settings.landed_dir.unlink()
    assert landing.run(files, settings.landed_dir, say=lambda _: None) == 0
    done = run_dbt(settings, "run", "--select", "stg_landing__*+", "stg_own_plant__row+")
    assert done.returncode == 0, done.stdout[-4000:]
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        yield connection


def refusals(connection: duckdb.DuckDBPyConnection, file: str) -> dict[int, str]:
    """What the rows of a file are told, by number."""
    found = connection.execute(
        "select row_number, reason from marts.dq_quarantine"
        " where starts_with(reason, ? || ', row ')",
        [file],
    ).fetchall()
    return {number: reason.split(": ", 1)[1] for number, reason in found}


@pytest.mark.parametrize("dataset", ROWS)
def test_a_row_is_told_all_that_is_wrong_with_it(refused, dataset: str) -> None:
    """A refusal that ends in … only begins so: what follows is a list that grows with the data."""
    said = refusals(refused, f"{dataset}.csv")
    for number, row in enumerate(stated(ROWS[dataset]), 1):
        expected, found = row["refusal"], said.get(number, "")
        if expected.endswith("…"):
            assert found.startswith(expected[:-1]), number
        else:
            assert found == expected, number


@pytest.mark.parametrize("dataset", OWN)
def test_no_cell_stops_a_build(refused, dataset: str) -> None:
    """Every row is taken in or refused; the models after it were built."""
    landed, accepted, wrong, is_conserved = refused.execute(
        "select landed_count, accepted_count, quarantined_count, is_conserved"
        " from marts.dq_row_conservation where dataset = ? order by landed_count desc limit 1",
        [dataset],
    ).fetchone()
    assert landed == accepted + wrong
    assert wrong > len(HOSTILE)
    assert is_conserved


def test_bills_of_one_meter_add_to_the_year(refused) -> None:
    """1,116,000 kWh x 0.474 kg = 528.984 t; a bill too many is refused by row, naming both."""
    (found,) = refused.execute(
        "select tco2e, activity_count, is_complete, unused_row_count >= 2"
        " from marts.inventory_summary where organisation_id = 'bills'"
    ).fetchall()
    assert found == (pytest.approx(528.984), 6, False, True)
    said = refusals(refused, "activity_data_bills.csv")
    assert said == {
        7: "the period 2024-04-01 to 2024-04-30 overlaps the period 2024-03-01 to 2024-04-30 of the"
        " same source in row 2 of activity_data_bills.csv; expected periods that have no day in"
        " common",
        8: 'column period_start (期間起) holds "2023-11-16"; expected a period within 2024; write two'
        " rows: 2023-11-16 to 2023-12-31 with 46 of 61 days (4600.0), and 2024-01-01 to 2024-01-15"
        " with 15 of 61 days (1500.0)",
    }


def test_a_wrong_portfolio_names_file_row_company_and_column(refused) -> None:
    rows = stated(ROWS["portfolio_target"])
    assert refused.execute(
        "select reason from marts.dq_quarantine where dataset = 'portfolio_target'"
        " and reason like 'portfolio_target.csv%' order by row_number"
    ).fetchall() == [
        (f"portfolio_target.csv, row {n} (company_id {row['company_id']}): {row['refusal']}",)
        for n, row in enumerate(rows, 1)
        if row["refusal"]
    ]
