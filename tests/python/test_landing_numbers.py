"""Each word of a contract about numbers refuses or quarantines what it is there for.

Belongs here: a made-up dataset of forty rows, one change at a time, the sentence; contradictions of
the words. Does not: which faults real files could have (test_changed_numbers).
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from landing_case import Case, Decide, decides_in
from orchestration import landing
from orchestration.errors import ContractInvalid
from orchestration.landing.contract import Contract, parse

NAME = "made_up/made_up_2030-05-01.csv"
LATER = "made_up/made_up_2031-05-01.csv"
OTHER = "another/another_2030-05-01.csv"
TAX_IDS = ("12345601", "12345606", "12345612", "12345617", "12345623", "12345628", "12345633")
Row = dict[str, str]

CONTRACT = """
dataset: made_up
title: Made up
publisher: Nobody
licence: none
files: made_up/*
format: csv
vintage: {pattern: '(?P<date>\\d{4}-\\d{2}-\\d{2})'}
key: [year, plant]
key_loss: {period: year, limit: 0.02}
coverage: {column: year, newest: [1, 2]}
rules:
  - {holds: abs(part + rest - total_t) < 0.02, says: the parts make the total}
  - {holds: rest < part, mostly: 0.9, says: the rest is smaller}
compare_with:
  - dataset: another
    keys: {year: year, plant: plant}
    this: sum(total_t)
    that: sum(total_t)
    holds: abs(this / that - 1) < 0.05
    never: this / that not between 0.01 and 100
    mostly: 0.9
    complete: 0.95
    says: both print the tonnes of a plant
columns:
  year: year_ad
  plant: text
  plant_name: text
  tax_id: tax_id
  part: &tonnes {type: number, unit: t, decimals: 2, fraction: 0.5}
  rest: *tonnes
  total_t: {<<: *tonnes, thousands: true, median: [1000, 9000], maximum: 100000}
  change_pct: {type: percent, negative: 0.5, exponents: true, full_width: true}
  note: {filled: 0, constant: true}
eras:
  only:
    map: {year: year, plant: plant, name: plant_name, id: tax_id, part: part, rest: rest,
          total: total_t, change: change_pct, note: note}
"""


def contract_in(folder: Path, text: str = CONTRACT) -> Contract:
    raw = yaml.safe_load(text)
    path = folder / f"{raw['dataset']}.yml"
    path.write_text(text, encoding="utf-8")
    return parse(raw, path)


def rows() -> list[Row]:
    """Forty rows that the contract is content with: twenty plants in two years."""
    found = []
    for i in range(40):
        part, rest = 2000.25 + 17.5 * i, 100.5 + i
        found.append(
            {
                "year": str(2028 + i % 2),
                "plant": f"P{i // 2:03d}",
                "name": f"plant {i // 2}",
                "id": TAX_IDS[i // 2 % 7],
                "part": f"{part:.2f}",
                "rest": f"{rest:.2f}",
                "total": f"{part + rest:,.2f}",
                "change": f"{i / 8 - 1:.3f}",
                "note": "",
            }
        )
    return found


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case whose landing knows the made-up dataset and another of the same kind."""
    own = Case(tmp_path)
    ours = contract_in(tmp_path)
    text = CONTRACT.replace("made_up", "another")
    before, _, rest = text.partition("rules:")
    _, _, columns = rest.partition("columns:")
    contracts = [contract_in(tmp_path, f"{before}columns:{columns}"), ours]

    def run() -> int:
        lines: list[str] = []
        code = landing.run(own.landing, own.landed, say=lines.append, contracts=contracts)
        own.printed = "\n".join(lines)
        return code

    own.run = run  # type: ignore[method-assign]
    return own


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    return decides_in(tmp_path, monkeypatch)


def put(case: Case, given: list[Row], name: str = NAME) -> None:
    lines = [",".join(given[0]), *(",".join(f'"{v}"' for v in row.values()) for row in given)]
    case.put(name, "\n".join(lines) + "\n")


def every(column: str, change: Callable[[str], str], step: int = 1) -> Callable[[list[Row]], None]:
    def apply(given: list[Row]) -> None:
        for row in given[::step]:
            row[column] = change(row[column])

    return apply


def test_the_base_file_is_taken(case: Case):
    put(case, rows())
    case.land()
    assert case.query("select count(*) from made_up") == [(40,)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            every("name", lambda _: ""),
            "plant_name is filled in 0 of 40 rows; at least 80% are",
            id="filled",
        ),
        pytest.param(
            every("name", lambda _: "one"), "plant_name is one in all of 40 rows", id="constant"
        ),
        pytest.param(
            every("change", lambda _: "-1"),
            "change_pct is below zero in 40 of 40 rows; at most 50% are",
            id="negative, of the file",
        ),
        pytest.param(
            every("part", lambda t: f"-{t}", step=2),
            "20 of 40 rows would be quarantined, where at most 5% may, most of them for column"
            " part: row 1: column part holds '-2000.25'; expected zero or more",
            id="negative",
        ),
        pytest.param(
            every("total", lambda t: f"{float(t.replace(',', '')) / 1000:.2f}"),
            "the median of total_t is 2.46 t; it lies between 1,000 and 9,000",
            id="median",
        ),
        pytest.param(
            every("change", lambda t: f"{round(float(t)) * 10 + 10}"),
            "figures of change_pct are whole tens; at most 50% are: the unit may have slipped",
            id="round",
        ),
        pytest.param(
            every("part", lambda t: f"{float(t):.0f}"),
            "of 40 figures of part have decimals; at least 50% do: they are rounded, or in another"
            " unit",
            id="fraction",
        ),
        pytest.param(
            every("id", lambda t: t[:-1] + str((int(t[-1]) + 1) % 10)),
            "7 of 7 tax_id have a wrong check digit, for instance 12345602; at most 2% may",
            id="check_digit",
        ),
        pytest.param(
            every("year", lambda t: str(int(t) - 2)),
            "the newest year is 2027, and a file of 2030-05-01 has 2028 to 2029: the years may be"
            " shifted",
            id="newest",
        ),
        pytest.param(
            every("rest", lambda t: f"{float(t) + 1:.2f}", step=40),
            "the parts make the total, and 1 of 40 rows say otherwise, the first of them row 1"
            " (every one has to agree)",
            id="a rule of every row",
        ),
        pytest.param(
            lambda given: [row.update(part=row["rest"], rest=row["part"]) for row in given[:10]],
            "the rest is smaller, and 10 of 40 rows say otherwise, the first of them row 1 (90%"
            " have to agree)",
            id="a rule of most rows",
        ),
    ],
)
def test_a_file_that_contradicts_its_columns(case: Case, change: Callable, says: str):
    given = rows()
    change(given)
    put(case, given)
    refusal = case.refusal()
    assert refusal.startswith(f"{NAME}: ")
    assert says in refusal


def test_a_row_with_the_sum_of_its_year(case: Case):
    given = rows()
    of_year = [row for row in given if row["year"] == "2029"]
    sums = {
        c: f"{sum(float(row[c].replace(',', '')) for row in of_year):.2f}"
        for c in ("part", "rest", "total")
    }
    given.append({**of_year[-1], "plant": "P999", "name": "the whole", **sums})
    put(case, given)
    # 20 x 2000.25 + 17.5 x (1 + 3 + ... + 39)
    assert (
        "row 41 holds 47,005 in part, which is the sum of all other rows of its year: a total is"
        " not a row"
    ) in case.refusal()
    given[-1]["name"] = "合計"
    put(case, given)
    case.land()
    assert case.quarantine() == [(41, "DQ19", "plant_name", "合計")]


@pytest.mark.parametrize(
    ("column", "text", "rule", "expects"),
    [
        ("part", "-1.00", "DQ22", "expected zero or more"),
        ("part", "2000.255", "DQ16", "expected at most 2 decimals, as this publisher prints"),
        ("part", "2,000.25", "DQ16", "expected a number without commas, such as 1234.5"),
        ("part", "2e3", "DQ16", "this publisher prints no powers of ten"),
        ("part", "200²", "DQ16", "expected a number such as 1234.5"),
        ("part", "٢٠٠", "DQ16", "expected a number such as 1234.5"),
        ("part", "２０００", "DQ16", "expected a number such as 1234.5"),
        ("total", "100,001.00", "DQ22", "expected -inf to 100,000"),
    ],
)
def test_a_cell_the_publisher_would_not_print(
    case: Case, column: str, text: str, rule: str, expects: str
):
    given = rows()
    given[3][column] = text
    put(case, given)
    case.land()
    assert case.quarantine() == [(4, rule, column, text)]
    assert expects in case.query("select reason from _quarantine")[0][0]


def test_what_is_declared_is_read(case: Case):
    """Full width digits, a power of ten, and one id with a wrong digit, which is kept."""
    given = rows()
    given[0]["change"], given[1]["change"] = "－１．５", "1e-2"
    given[2]["id"] = "12345602"
    put(case, given)
    case.land()
    assert case.query(
        "select change_pct, tax_id from made_up where row_number <= 3 order by row_number"
    ) == [(-1.5, "12345601"), (0.01, "12345601"), (0.125 * 2 - 1, "12345602")]
    assert case.repairs()["DQ09", "tax_id", "check_digit_wrong"] == 1
    assert case.repairs()["DQ16", "change_pct", "full_width_narrowed"] == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            lambda given: [row.update(name=f"{row['name']} x") for row in given],
            "40 of 40 values of plant_name differ from the vintage before; at most 50% may",
            id="moved",
        ),
        pytest.param(
            every("change", lambda _: "", step=4),
            "10 of 40 values of change_pct that the vintage before had are blank; at most 10% may",
            id="emptied",
        ),
    ],
)
def test_a_file_that_contradicts_the_one_before(case: Case, change: Callable, says: str):
    put(case, rows())
    given = rows()
    change(given)
    put(case, given, LATER)
    text = case.path(LATER).read_text()
    case.put(LATER, text)
    assert says in case.refusal(files_before=1)


def test_a_file_that_contradicts_another_dataset(case: Case):
    """A tenth of the plants 7 % larger is taken; every fifth, one a thousandfold, and rows gone
    are not."""
    larger = every("total", lambda t: f"{float(t.replace(',', '')) * 1.07:,.2f}", step=5)
    put(case, rows(), OTHER)
    given = rows()
    larger(given)
    for row in given[::5]:
        row["part"] = f"{float(row['total'].replace(',', '')) - float(row['rest']):.2f}"
    put(case, given)
    assert (
        "both print the tonnes of a plant, and 8 of 40 differ from another, for instance 2029 P017:"
    ) in case.refusal(files_before=1)
    put(case, rows()[:34])
    assert (
        "another has 40 of them, and 6 are not here, for instance 2028 P017 (95% have to be): rows"
        " are missing, or their keys are wrong"
    ) in case.refusal(files_before=1)
    given = rows()
    given[5] |= {"part": "20.88", "rest": "0.00", "total": "20.88"}
    put(case, given)
    assert "2029 P002 has 20.88 here, 2,193.25 in another: one of the two is wrong" in case.refusal(
        files_before=1
    )


def test_a_decision_accepts_a_contradiction(case: Case, decide: Decide):
    given = rows()
    every("name", lambda _: "one")(given)
    put(case, given)
    assert "check constant of plant_name)" in case.refusal()
    decide("made_up,2030-05-01,constant,,plant_name,2030-06-01,all of them are one")
    case.land()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("plant: text", "plant: {median: [1, 2]}", "plant: `median` is said of numbers, and it is"),
        ("fraction: 0.5}", "fraction: 50}", "part: `fraction` is a share of 0 to 1"),
        ("[1000, 9000]", "[9000, 1000]", "`median` needs two numbers above zero, the smaller one"),
        ("maximum: 100000", "maximum: 1, minimum: 2", "total_t: `minimum` is above `maximum`"),
        ("mostly: 0.9, says", "most: 0.9, says", "`rules` needs holds and says, and knows mostly"),
        ("    this: sum(total_t)\n", "", "`compare_with` needs dataset, keys, this, that, holds"),
        ("newest: [1, 2]", "latest: [1, 2]", "`coverage` needs column, and every_year_from or"),
        ("filled: 0,", "full: 0,", "unexpected keyword argument 'full'"),
    ],
)
def test_a_contract_that_cannot_be_meant(tmp_path: Path, old: str, new: str, says: str):
    assert old in CONTRACT
    with pytest.raises(ContractInvalid) as refused:
        contract_in(tmp_path, CONTRACT.replace(old, new, 1))
    assert says in str(refused.value)
