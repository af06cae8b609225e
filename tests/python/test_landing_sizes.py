"""A file whose values are not of the size they were is refused, unless a decision accepts it.

Belongs here: the limits under `sizes` of a landing contract, on a made-up registry of 40 plants and
two years. Does not: keys, sums, periods (test_landing_rules).
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from landing_case import Case, Decide, decides_in

FIRST = "moenv_ghg_registry/plant_emissions_roc104_105.csv"
NEXT = "moenv_ghg_registry/plant_emissions_roc104_106.csv"
HEADER = (
    "年度,管制編號,事業名稱,事業統編,直接排放量(公噸CO2e),能源間接排放量(公噸CO2e),"
    "合計排放量(公噸CO2e),縣市別,行業分類\n"
)
TAX_IDS = ("12345601", "12345606", "12345612", "12345617", "12345623")
Size = Callable[[int, int], float]  # tonnes of a year and plant


def size(year: int, plant: int) -> float:
    """Plant 1 is the largest of 40: 1,000,000 t, then 500,000, 333,333.33; a year adds 1 %."""
    return 1_000_000 / plant * (1 + (year - 104) / 100)


def registry(years: range, tonnes: Size, plants: range = range(1, 41)) -> str:
    rows = [
        f"{year},A{plant:07d},甲{plant}廠,{TAX_IDS[plant % 5]},{tonnes(year, plant) * 0.75:.2f},"
        f"{tonnes(year, plant) * 0.25:.2f},{tonnes(year, plant):.2f},臺{plant % 5}市,製造業{plant % 5}\n"
        for year in years
        for plant in plants
    ]
    return HEADER + "".join(rows)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    landed = Case(tmp_path)
    landed.put(FIRST, registry(range(104, 106), size))
    landed.land()
    return landed


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    return decides_in(tmp_path, monkeypatch)


def test_the_next_year_with_a_few_corrections_is_taken(case: Case):
    """Six of 40 corrected by 5 %, one plant closed, all a little more in the new year."""

    def corrected(year: int, plant: int) -> float:
        return size(year, plant) * (1.05 if plant > 34 else 1)

    closed = registry(range(104, 106), corrected) + registry(
        range(106, 107), corrected, range(1, 40)
    ).removeprefix(HEADER)
    case.put(NEXT, closed)
    case.land()


@pytest.mark.parametrize(
    ("tonnes", "says"),
    [
        pytest.param(
            lambda year, plant: size(year, plant) / 1000,
            "year 2015, direct_tco2e: 40 of 40 values differ from the vintage before; at most 20%",
            id="all values divided by 1000",
        ),
        pytest.param(
            lambda year, plant: size(year, plant % 40 + 1 if year == 105 else plant),
            "year 2016, direct_tco2e: 40 of 40 values differ from the vintage before",
            id="the values of a year shifted by one row",
        ),
        pytest.param(
            lambda year, plant: size(year, plant) * (1000 if (year, plant) == (105, 30) else 1),
            "year 2016, direct_tco2e: A0000030 is 25,250,000, and 25,250 in the vintage"
            " before; at most 10 times more or less",
            id="one plant a thousand times larger",
        ),
        pytest.param(
            lambda year, plant: size(year, plant) / (1000 if year == 106 else 1),
            "year 2017, direct_tco2e: the median value is 0.00101 times that of year 2016;"
            " at most 30% more or less",
            id="the new year divided by 1000",
        ),
        pytest.param(
            lambda year, plant: size(year, plant) * (1000 if (year, plant) == (106, 20) else 1),
            "year 2017, direct_tco2e: A0000020 is 38,250,000, and 37,875 in year 2016;"
            " at most 100 times more or less",
            id="one plant of the new year a thousand times larger",
        ),
    ],
)
def test_values_of_another_size_are_refused(case: Case, tonnes: Size, says: str):
    case.put(NEXT, registry(range(104, 107), tonnes))
    refusal = case.refusal(files_before=1)
    assert refusal.startswith(f"{NEXT}: the values are not of the size they were. ")
    assert says in refusal


def test_the_three_largest_of_the_new_year_may_not_be_missing(case: Case):
    rows = registry(range(104, 106), size) + registry(
        range(106, 107), size, range(4, 41)
    ).removeprefix(HEADER)
    case.put(NEXT, rows)
    # (1 + 1/2 + 1/3) / (1 + 1/2 + ... + 1/40) = 1.8333 / 4.2785
    assert (
        "A0000001, A0000002, A0000003 of the 3 largest of year 2016 (42.8% of its total) are not"
        " there" in case.refusal(files_before=1)
    )


def test_a_decision_accepts_what_it_names_and_nothing_else(case: Case, decide: Decide):
    case.put(
        NEXT,
        registry(range(104, 107), lambda y, p: size(y, p) * (100 if (y, p) == (105, 7) else 1)),
    )
    assert "say so in seeds/quality/cor_landing_decision.csv (dataset ghg_registry, vintage" in (
        case.refusal(files_before=1)
    )
    row = "ghg_registry,2018-12-31,{check},{period},{column},2018-12-31,a furnace burnt off"
    decide(row.format(check="factor", period="2016", column="direct_tco2e"))
    assert "year 2016, direct_tco2e: the total is" in case.refusal(files_before=1)
    for check in ("factor", "total"):
        decide(row.format(check=check, period="", column=""))
    case.land()
