"""Which row is the header, and which era it belongs to: found by content, never by position.

Belongs here: matching column names with eras. Does not: data rows.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from orchestration.errors import LandingRefused
from orchestration.landing.cells import unguard
from orchestration.landing.contract import Contract, Era
from orchestration.landing.reading import ERROR_BODY_SIZES, Sheet
from orchestration.wording import shortened

SEARCHED_ROWS = 20


@dataclass(frozen=True)
class Header:
    """The header of a file: its era, its place, its names, and the lines above it."""

    era: Era
    row: int
    names: list[str]
    preamble: str
    sheet: Sheet


def find(name: str, size: int, sheets: list[Sheet], contract: Contract) -> Header:
    """The first row that is the header of an era.

    Raises LandingRefused, naming the columns found, missing and unknown, if no row of the first
    twenty is, or if several sheets of a workbook have one.
    """
    best: tuple[int, list[str], Era | None] = (0, [], None)
    found: list[Header] = []
    for sheet in sheets:
        searched = list(islice(sheet.rows(), SEARCHED_ROWS))
        for number, row in enumerate(searched):
            names = _names(row)
            era = _era(names, contract)
            if era:
                preamble = "\n".join(" ".join(line) for line in searched[:number])
                found.append(Header(era, number, names, preamble, sheet))
                break
            for candidate in contract.eras:
                shared = len(_folded(names) & _folded(candidate.fixed()))
                if shared > best[0]:
                    best = (shared, names, candidate.for_file(names)[0])
    if len(found) > 1:
        raise LandingRefused(
            f"{name}: {len(found)} sheets have the header of {contract.dataset}, and one of them"
            " would be read. Keep one, or save each as a file. Nothing was loaded from it."
        )
    if found:
        return found[0]
    raise LandingRefused(_unknown(name, size, sheets, contract, best[1], best[2]))


def _names(row: list[str]) -> list[str]:
    names = [unguard(cell.strip().lstrip("\ufeff")) for cell in row]
    while names and not names[-1]:
        names.pop()
    return names


def _folded(names: list[str]) -> set[str]:
    return {name.casefold() for name in names}


def _era(names: list[str], contract: Contract) -> Era | None:
    def fits(era: Era, fold) -> bool:
        fixed = [n for n in names if not era.wide_match(n)]
        has_wide = not era.wide or len(fixed) < len(names)
        if era.wide_names:
            has_wide = sorted(n for n in names if era.wide_match(n)) == sorted(era.wide_names)
        if len(set(names)) < len(names):
            return False
        given = {fold(name) for name in fixed}
        wanted = [
            name
            for name in era.fixed()
            if fold(name) in given or name not in contract.dispensable(era)
        ]
        return has_wide and sorted(map(fold, fixed)) == sorted(map(fold, wanted))

    # two eras may differ in nothing but case: the exact one is recorded
    for fold in (str, str.casefold):
        for layout in contract.eras:
            for era in layout.for_file(names):
                if fits(era, fold):
                    return era
    return None


def _unknown(
    name: str,
    size: int,
    sheets: list[Sheet],
    contract: Contract,
    names: list[str],
    nearest: Era | None,
) -> str:
    where = f"landing/contracts/{contract.dataset}.yml"
    remedy = f"if the publisher changed it, add an era to {where}"
    if contract.own:
        remedy = (
            f"copy the header of docs/templates/en/{contract.dataset}.csv"
            f" or docs/templates/zh/{contract.dataset}.csv"
        )
    if nearest is None:
        first = next((row for sheet in sheets for row in sheet.rows() if any(row)), [])
        page = " (the size of an error page of this publisher)" if size in ERROR_BODY_SIZES else ""
        return (
            f"{name}: no row of the first {SEARCHED_ROWS} is a header of {contract.dataset};"
            f" the file has {size} bytes{page}"
            f" and begins {' '.join(first[:60])[:60]!r}. Expected one of the eras in {where}."
            f"{f' Please {remedy}' if contract.own else ' Download it again, or add its era'}."
            " Nothing was loaded from it."
        )
    found = [n for n in names if not nearest.wide_match(n)]
    needed = [n for n in nearest.fixed() if n not in contract.dispensable(nearest)]
    missing = [n for n in needed if n.casefold() not in _folded(found)]
    missing += [n for n in nearest.wide_names if n not in names]
    unknown = [n for n in found if n.casefold() not in _folded(nearest.fixed())]
    twice = sorted(n for n, times in Counter(names).items() if times > 1)
    parts = [
        f"column {_list(missing)} missing" if missing else "",
        f"column {_list(unknown)} unknown" if unknown else "",
        f"column {_list(twice)} there twice" if twice else "",
        "no column for any period" if nearest.wide and len(found) == len(names) else "",
    ]
    if not any(parts):
        parts = ["two columns have the same name but for case"]
    return (
        f"{name}: {shortened('; '.join(p for p in parts if p), 200)}"
        f" (found: {shortened(', '.join(names), 120)})."
        f" The nearest layout is era {nearest.name};"
        f" {remedy}. Nothing was loaded from it."
    )


def _list(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
