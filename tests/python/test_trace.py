"""The chain behind one published number, as rows of fct_trace and as the command prints it.

Belongs here: what a trace ends in, and what the command answers. The cells, pages and factors were
read in the sources by hand, not copied from a run.
"""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from conftest import Built
from orchestration.errors import NotFound
from orchestration.settings import ROOT, Settings
from orchestration.trace import chain


@pytest.fixture(scope="module")
def settings(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings whose published release is the candidate that was built."""
    folder = tmp_path_factory.mktemp("published")
    (folder / "warehouse.duckdb").symlink_to(built.db)
    return replace(built.settings, publish_dir=folder)


def lines(settings: Settings, *arguments: str) -> list[str]:
    return [line.strip() for line in chain(settings, list(arguments)).splitlines()]


def line_with(text: str, told: list[str]) -> str:
    (line,) = [line for line in told if text in line]
    return line


def test_electronics_electricity_2021(settings: Settings) -> None:
    """Table 3.5-1 prints 578 hundred million kWh for 2021; the grid factor of the year is 0.509."""
    told = lines(settings, "fct_industry_energy_use", "electronics/2021/electricity", "tco2e")
    assert f"tco2e = {578e8 * 0.509 / 1000:,.0f} tCO2e" in told[2]
    assert line_with("3.5-1|2021|電力", told).endswith(": 578")
    factor = line_with("utility_sales:actual:2021", told)
    assert "0.509 kg CO2e per kWh" in factor
    assert "2021 to 2021" in factor
    assert any("Energy Administration" in line for line in told)
    assert any("生產性質能源查核年報" in line and "2022-11-01" in line for line in told)
    assert any(line.startswith("SHA-256 49401066f631f29d") for line in told)
    # a measure of the same row that the question is not about
    assert not any("GJ per kwh" in line for line in told)


def test_china_steel_indicator_2(settings: Settings) -> None:
    """25 % by 2030 of 2018 (report, p. 24), re-based: 1 - (1 - 0.25) x E(2018) / E(2019)."""
    told = lines(settings, "ind_company_climate", "30414175/2024/2", "value")
    rebased = 100 * (1 - 0.75 * (20805771 + 1309035) / (20351815 + 1208334))
    assert f"value = {rebased:.6f} %" in told[2]
    for field, text in (("5", "0.25"), ("6", "2018"), ("4", "2030")):
        at = told.index(line_with(f"row 30414175/2024/{field} of fct_company_disclosure", told))
        assert told[at + 1].startswith(f"- page 24 of the report: {text} ")
    # both plants of both years, down to the row of the registry
    registry = "seeds/emissions/open_data_ghg_registry.csv"
    with (ROOT / registry).open(encoding="utf-8", newline="") as file:
        rows = [
            (number, row["total_tco2e"])
            for number, row in enumerate(csv.DictReader(file), start=1)
            if row["tax_id"] == "30414175" and row["year"] in ("2018", "2019")
        ]
    assert len(rows) == 4
    for number, total in rows:
        assert total in line_with(f"row {number} of {registry}", told)
    rule = line_with("climate:2:target_2030", told)
    assert "26 %" in rule
    assert "valid 2024" in rule


def test_refrigerant_line_in_chinese(settings: Settings) -> None:
    """200 kg of R-410A in a chiller, half of it HFC-32, 8.5 % leaks, 677 times CO2 (AR5)."""
    key = "source_kind_code=example,activity_key=example_factory#7,gas_code=hfc32"
    told = lines(settings, "fct_inventory_line", key, "--language", "zh")
    assert any(f"tco2e = {200 * 0.5 * 0.085 * 677 / 1000:.4f} tCO2e" in line for line in told)
    assert '"R-410A"' in line_with("example_activity_data.csv 第 7 列", told)
    assert "50 %" in line_with("blend:r410a:hfc32", told)
    assert "8.5 %" in line_with("moenv_process:leak:chiller", told)
    assert "677 kg CO2e per kg" in line_with("AR5:hfc32", told)
    assert "依據：" in told
    assert "資料來源：" in told


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (["fct_industry_energy_us", "x"], "Did you mean fct_industry_energy_use"),
        (
            ["fct_industry_energy_use", "electronics/2021/electricty"],
            "electronics/2021/electricity",
        ),
        (["fct_industry_energy_use", "industri=electronics"], "industry_code/year/fuel_code"),
        (["fct_industry_energy_use", "industry_code=electronics,yeer=2021"], "no column yeer"),
        (["fct_industry_energy_use", "industry_code=electronics"], "names several rows"),
        (
            ["fct_industry_energy_use", "electronics/2021/electricity", "tco2"],
            "Did you mean tco2e",
        ),
    ],
)
def test_a_wrong_question_is_told_what_would_be_right(
    settings: Settings, question: list[str], answer: str
) -> None:
    with pytest.raises(NotFound, match=answer):
        chain(settings, question)


def test_nothing_published_is_said(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="orchestration build"):
        chain(replace(settings, publish_dir=tmp_path), ["fct_coal_use", "x"])


def test_every_step_names_what_is_there(built: Built) -> None:
    """No step of a row that is not published, and none to a file, cell, page or key unknown."""
    with duckdb.connect(str(built.db), read_only=True) as connection:
        empty = connection.execute(
            "select mart, row_key, kind_code from marts.fct_trace where case"
            " when kind_code = 'mart_row' then parent_row_key is null"
            " when parameter_key is not null then parameter_text is null"
            " when kind_code = 'source_cell' then raw_text is null or source_release_key is null"
            " else row_number is null or file_name is null or source_release_key is null end"
        ).fetchall()
    assert empty == []
