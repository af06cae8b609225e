"""A landing folder of one's own, for the landing tests.

Belongs here: putting a file where its contract looks for it, running, reading what came out. Does
not: assertions about the product, apart from what every refusal has in common.
"""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration import landing
from orchestration.landing import decisions
from orchestration.landing.contract import load_all
from orchestration.landing.ids import is_tax_id
from orchestration.settings import ROOT

EXTRACTS = ROOT / "tests" / "extracts" / "landing"


class Case:
    """A folder of published files and the folder they land in."""

    def __init__(self, root: Path) -> None:
        self.landing, self.landed = root / "landing", root / "landed"
        self.landing.mkdir(parents=True, exist_ok=True)
        self.printed = ""

    def path(self, name: str) -> Path:
        """Where a file of the landing folder is."""
        return self.landing / name

    def put(self, name: str, content: str | bytes | Path) -> Path:
        """Write a file into the landing folder: text, bytes, or the copy of an extract."""
        path = self.landing / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            content = content.read_bytes()
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def extract(self, name: str, extract: str, *changes: tuple[str, str]) -> Path:
        """Put an extract under `name`, with texts replaced; each must be there."""
        text = (EXTRACTS / extract).read_bytes().decode()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        return self.put(name, text)

    def run(self) -> int:
        """Land the folder; returns the exit code and keeps what was printed."""
        lines: list[str] = []
        code = landing.run(self.landing, self.landed, say=lines.append)
        self.printed = "\n".join(lines)
        return code

    def land(self) -> None:
        """Land the folder; nothing may be refused."""
        assert self.run() == 0, self.printed

    def refusal(self, files_before: int = 0) -> str:
        """Land the folder, of which exactly one file must be refused and leave nothing.

        Returns the sentence.
        """
        assert self.run() == 1, self.printed
        assert "\n1 file(s) refused:" in self.printed, self.printed
        sentence = self.printed.split("refused:\n")[1].strip()
        assert "Nothing was loaded from" in sentence
        assert len(self.query("select * from _files")) == files_before
        assert len(self.parquets()) == files_before
        return sentence

    def parquets(self) -> list[str]:
        """The landed files, below the landed folder."""
        found = self.landed.glob("[!_]*/*.parquet")
        return sorted(path.relative_to(self.landed).as_posix() for path in found)

    def query(self, sql: str) -> list[tuple]:
        """Rows of a query; `from x` is a landed dataset and `from _x` one of the three lists."""

        def place(match: re.Match) -> str:
            name = match[1]
            return f"from '{self.landed}/{name}{'' if name.startswith('_') else '/*'}.parquet'"

        with duckdb.connect() as connection:
            connection.execute("set timezone = 'UTC'")
            return connection.execute(re.sub(r"\bfrom (\w+)", place, sql)).fetchall()

    def repairs(self) -> dict[tuple[str, str, str], int]:
        """Counted repairs by rule, column and repair."""
        return {
            row[:3]: row[3]
            for row in self.query(
                "select rule_code, column_name, repair, repair_count from _repairs"
            )
        }

    def quarantine(self) -> list[tuple]:
        """Quarantined rows: number, rule, column, raw value."""
        sql = (
            "select row_number, rule_code, column_name, raw_value from _quarantine"
            " order by row_number"
        )
        return self.query(sql)


Decide = Callable[[str], None]


def decides_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    """Writes decisions about files, one row of cor_landing_decision each, for this test alone."""
    seed = folder / "cor_landing_decision.csv"
    seed.write_text((ROOT / "seeds" / "quality" / seed.name).read_text("utf-8"), "utf-8")
    monkeypatch.setattr(decisions, "FILES", seed)

    def decide(row: str) -> None:
        with seed.open("a", encoding="utf-8") as file:
            file.write(row + "\n")

    return decide


def ghg_rows(numbers: range, year: int = 102) -> str:
    """Rows of GHG_P_01, lower-case era, without a header."""
    row = "{y},12345678,甲乙化工,0001,X{n:07d},測試縣,東鄉,一路1號,1820,石化,1,1,1,0,0,0,0,10,13,依法申報,是"
    return "".join(row.format(y=year, n=n) + "\n" for n in numbers)


def varied_ghg_rows(numbers: range, year: int = 102) -> str:
    """Rows of GHG_P_01 that could be the publisher's: no column stands still, gases make totals."""
    ids = [f"{n:08d}" for n in range(12345600, 12346600) if is_tax_id(f"{n:08d}")]
    rows = []
    for n in numbers:
        gases = [20000 + 131.37 * n, 90 + n / 8, 200 + n / 4, 100 + n / 8, 9000 + n / 2]
        gases += [1700 + n / 4, 1900 + n / 8, 40000 + 17.25 * n]
        about = (
            f"{ids[n % len(ids)]},甲乙{n}廠,{n:04d},X{n:07d},測試{n % 9}縣,東{n % 7}鄉,一路{n}號"
        )
        figures = ",".join(f"{each:.2f}" for each in (*gases, sum(gases)))
        cause = "自願揭露,否" if n % 3 else "依法申報,是"
        rows.append(f"{year},{about},{1800 + n % 5},石化{n % 5},{figures},{cause}\n")
    return "".join(rows)


def ghg_header() -> str:
    return (EXTRACTS / "ghg_p_01_2022-08.csv").read_text(encoding="utf-8").splitlines()[0] + "\n"


def header_of(dataset: str, year: int, years: range) -> list[str]:
    """The header of a file about `year`, its rows of years without a gap."""
    era = next(c for c in load_all() if c.dataset == dataset).eras[0]
    names = [
        re.sub(r"\{Y-?(\d?)\}", lambda found: str(year - int(found[1] or 0)), name)
        for name in era.wide_names
    ]
    # the last two years of a row of the sheet stand in columns with a unit
    spans = {True: years[-2:], False: years[:-2]} if dataset == "disclosure_sheet" else {}
    return [
        *era.map,
        *(
            name.replace("{any}", str(each))
            for name in names
            for each in (spans.get("）" in name, years) if "{any}" in name else [year])
        ),
    ]
