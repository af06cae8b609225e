"""What a dataset looks like when its publisher publishes it: a YAML file per dataset in contracts/.

Belongs here: reading a contract. Does not: what in one cannot be meant (contradictions.py), data.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from orchestration.errors import ContractInvalid
from orchestration.landing.contradictions import contradictions

FOLDER = Path(__file__).parent / "contracts"
# the same safe reader, eight times as fast, where PyYAML was built with libyaml
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_YEARS = 20  # of which one may be the year a file is about
QUANTITIES = {"number", "integer", "percent", "ratio", "money"}


@dataclass(frozen=True)
class Column:
    """One column we write: its type, unit, what counts as null in it, and what it cannot be.

    Of one cell: `negative`, `minimum`, `maximum`, `decimals` (the most that the publisher prints),
    and how it writes numbers: `thousands` commas, `exponents`, `full_width`. Of all cells
    together: the share that is `filled` (0: it may be blank) or `negative`, whether it may be
    `constant`, the share of whole tens (`round`), the least share with a `fraction`, the share of
    wrong `check_digit`s, where the `median` of what is not zero lies, and the share that may have
    `moved` since the vintage before. The defaults are strict:
    what a publisher does differently is declared.
    """

    name: str
    type: str = "text"
    unit: str | None = None
    nulls: frozenset[str] = frozenset()
    null_patterns: tuple[re.Pattern, ...] = ()
    zero_is_missing: bool = False
    may_be_cut_off: bool = False
    true_texts: frozenset[str] = frozenset()
    false_texts: frozenset[str] = frozenset()
    must: dict[str, Any] | None = None
    minimum: float = -math.inf
    maximum: float = math.inf
    decimals: int | None = None
    thousands: bool = False
    exponents: bool = False
    full_width: bool = False
    negative: float = 0
    filled: float = 0.8
    constant: bool = False
    round: float = 0.5
    fraction: float = 0
    check_digit: float = 0.02
    median: tuple[float, float] | None = None
    moved: float | None = None

    @property
    def is_text(self) -> bool:
        return self.type in ("text", "tax_id", "isin", "lei", "control_no")

    @property
    def is_quantity(self) -> bool:
        return self.type in QUANTITIES

    def broken_by(self, value: Any) -> bool:
        """Whether a value breaks `must`: a pattern for text, a minimum and maximum for numbers.

        Null breaks nothing.
        """
        if value is None:
            return False
        if "pattern" in self.must:
            return not re.fullmatch(self.must["pattern"], value)
        return not self.must.get("minimum", value) <= value <= self.must.get("maximum", value)


YEAR = r"(?:19|20)\d\d"
# {Y} is the year the file is about, {Y-1} the one before, {any} each year of an unbroken row
PLACEHOLDER = re.compile(r"\{(?:Y(?:-(?P<before>\d))?|(?P<any>any))\}")


@dataclass(frozen=True)
class Wide:
    """A repeated column of a wide file: the pattern of its header, and the column it fills.

    `column` is None where the contract has one value column alone.
    """

    pattern: re.Pattern
    column: str | None = None


@dataclass(frozen=True)
class Era:
    """One layout the publisher used: source column -> our columns, and what is left out.

    `wide` matches the repeated columns of a wide file. Where the contract lists them, `wide_names`
    are all of them, and each has to be there. A listed name may hold a year as a placeholder;
    `for_file` puts the years of a file in its place.
    """

    name: str
    map: dict[str, tuple[str, ...]]
    ignored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    types: dict[str, str] = field(default_factory=dict)
    fixed_values: dict[str, str] = field(default_factory=dict)
    wide: tuple[Wide, ...] = ()
    wide_names: tuple[str, ...] = ()

    def fixed(self) -> list[str]:
        """Every source column a file of this era has, apart from the repeated wide ones."""
        return [*self.map, *self.ignored, *self.dropped]

    def wide_match(self, name: str) -> tuple[str | None, str] | None:
        """The column that a repeated header fills and its period; None for another header."""
        for each in self.wide:
            if match := each.pattern.fullmatch(name):
                return each.column, match["period"]
        return None

    def for_file(self, names: list[str]) -> list["Era"]:
        """The layout with the years of a file's header, the likeliest year first.

        A layout without placeholders is itself.
        """
        if not any(map(PLACEHOLDER.search, self.wide_names)):
            return [self]
        years = sorted({int(y) for name in names for y in re.findall(YEAR, name)}, reverse=True)
        return [self._of(year, names) for year in years[:MOST_YEARS]] or [self]

    def _of(self, year: int, names: list[str]) -> "Era":
        """The layout of a file about `year`; a year that a row of years leaves out is wanted."""
        named: list[tuple[str, str]] = []
        # columns that stand side by side have the same years, whoever has them
        side_by_side = {each.column for each in self.wide} != {None}
        of_all = {y for name in self.wide_names for y in _years_of(name, names)}
        for name in self.wide_names:
            found = of_all if side_by_side else _years_of(name, names)
            placeholder = PLACEHOLDER.search(name)
            if placeholder and placeholder["any"] and found:
                years = range(min(found), max(found) + 1)
                named += [(name, name.replace("{any}", str(y))) for y in years]
            else:
                named.append((name, _with_year(name, year)))
        return replaced(
            self,
            wide_names=tuple(concrete for _, concrete in named),
            wide=tuple(
                each if side_by_side else _exactly(concrete for _, concrete in named)
                for each in self.wide
            ),
            fixed_values={k: _with_year(v, year) for k, v in self.fixed_values.items()},
        )


def _years_of(name: str, names: Iterable[str]) -> set[int]:
    """The years with which the headers of a file fill the {any} of a listed name."""
    before, found, after = name.partition("{any}")
    pattern = re.compile(f"{re.escape(before)}({YEAR}){re.escape(after)}")
    return {int(m[1]) for m in map(pattern.fullmatch, names) if m} if found else set()


def _with_year(text: Any, year: int) -> Any:
    """A text with the years that {Y} and {Y-n} stand for; a text that is one alone as a number."""
    if not isinstance(text, str):
        return text
    if text == "{Y}":
        return year
    return PLACEHOLDER.sub(
        lambda found: found[0] if found["any"] else str(year - int(found["before"] or 0)), text
    )


def _exactly(names: Iterable[str]) -> Wide:
    return Wide(re.compile(f"(?P<period>{'|'.join(map(re.escape, names))})"))


@dataclass(frozen=True)
class Contract:
    """A dataset's contract.

    `own` marks what a user states of a plant: no publisher, no date, no key; a file of the same
    name replaces the one before. `optional` are columns that a file may do without: they are empty
    then. `blank_in_key` are parts of the key that a row may lack and still be one. `open_end`: the
    publisher ends its files without a line end, so that the lack of one says nothing.
    """

    dataset: str
    title: str
    publisher: str
    licence: str
    url: str | None
    files: tuple[str, ...]
    format: tuple[str, ...]
    encodings: tuple[str, ...]
    vintage: dict[str, Any]
    columns: dict[str, Column]
    eras: tuple[Era, ...]
    key: tuple[str, ...]
    key_loss: dict[str, Any] | None
    sizes: dict[str, Any] | None = None
    one_period: tuple[str, ...] = ()
    page_size: int | None = None
    coverage: dict[str, Any] | None = None
    derived: dict[str, dict[str, Any]] = field(default_factory=dict)
    reshape: dict[str, Any] | None = None
    blank_in_key: tuple[str, ...] = ()
    needs_value: tuple[str, ...] = ()
    sums: tuple[dict[str, Any], ...] = ()
    layout_unknown: str | None = None
    own: bool = False
    optional: tuple[str, ...] = ()
    open_end: bool = False
    rules: tuple[dict[str, Any], ...] = ()
    compare_with: tuple[dict[str, Any], ...] = ()
    quarantined: float = 0.05
    path: Path | None = None

    def column(self, name: str, era: Era) -> Column:
        """The column as it is typed in `era`."""
        base = self.columns[name]
        return (
            base if name not in era.types else Column(**{**base.__dict__, "type": era.types[name]})
        )

    def dispensable(self, era: Era) -> set[str]:
        """Source columns of `era` that a file may do without.

        A file of the user's own may come from another tool: what is ignored there may be missing.
        """
        optional = {source for source, into in era.map.items() if set(into) <= set(self.optional)}
        return optional | set(era.ignored) if self.own else optional

    @property
    def reshaped(self) -> list[str]:
        """The columns that the repeated columns of a wide file fill: the period, then values."""
        return [self.reshape["period"], *self.wide_values] if self.reshape else []

    @property
    def wide_values(self) -> tuple[str, ...]:
        return _tuple(self.reshape["value"]) if self.reshape else ()

    @property
    def numbers(self) -> list[str]:
        """The columns that hold quantities."""
        return [column.name for column in self.columns.values() if column.type == "number"]

    @property
    def period(self) -> str | None:
        """The column of the key that names a row's period; none where a file is one list."""
        return (self.sizes or {}).get("period") or (self.key_loss or {}).get("period")

    @property
    def size_columns(self) -> list[str]:
        """The columns that `sizes` compares with the vintage before."""
        return list((self.sizes or {}).get("columns") or self.numbers)

    @cached_property
    def named_by(self) -> list[str]:
        """Texts that say what a row is about: the key and names; a total gives itself away there.

        Years and quarters are no texts.
        """
        return [
            column.name
            for column in self.columns.values()
            if column.is_text and (column.name in self.key or column.name.endswith("_name"))
        ]

    @property
    def has_personal_columns(self) -> bool:
        return any(era.dropped for era in self.eras)


def _tuple(value: Any) -> tuple:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def _column(name: str, raw: Any) -> Column:
    raw = {"type": raw} if isinstance(raw, str) else dict(raw or {})
    for key in ("nulls", "true_texts", "false_texts"):
        raw[key] = frozenset(_tuple(raw.get(key)))
    raw["null_patterns"] = tuple(re.compile(p, re.DOTALL) for p in _tuple(raw.get("null_patterns")))
    if "median" in raw:
        raw["median"] = tuple(raw["median"])
    return Column(name=name, **raw)


def era_from(name: str, raw: dict[str, Any]) -> Era:
    """An era from its YAML. Raises TypeError for a word the contract language does not have."""
    raw = dict(raw)
    mapping = {source: _tuple(target) for source, target in raw.pop("map").items()}
    lists = {key: _tuple(raw.pop(key, None)) for key in ("ignored", "dropped", "absent")}
    wide = raw.pop("wide", None)
    names: tuple[str, ...] = ()
    if isinstance(wide, dict):
        names = tuple(wide.values())
        found = tuple(
            Wide(re.compile(re.escape(text).replace(r"\{any\}", f"(?P<period>{YEAR})")), column)
            for column, text in wide.items()
        )
    elif isinstance(wide, list):
        names = _tuple(wide)
        found = (_exactly(names),)
    else:
        found = (Wide(re.compile(wide)),) if wide else ()
    return Era(
        name=str(name),
        map=mapping,
        wide=found,
        wide_names=names,
        **lists,
        **raw,
    )


def parse(raw: dict[str, Any], path: Path) -> Contract:
    """A contract from its YAML, checked against itself.

    Raises ContractInvalid, naming the file and the contradiction.
    """
    raw = dict(raw)
    try:
        raw["columns"] = {name: _column(name, value) for name, value in raw["columns"].items()}
        raw["eras"] = tuple(
            era_from(name, value) for name, value in (raw.get("eras") or {}).items()
        )
        for key in (
            "files", "format", "key", "one_period", "blank_in_key", "needs_value", "sums",
            "optional", "rules", "compare_with",
        ):  # fmt: skip
            raw[key] = _tuple(raw.get(key))
        raw["encodings"] = _tuple(raw.get("encodings")) or ("utf-8", "big5")
        contract = Contract(
            url=raw.pop("url", None), key_loss=raw.pop("key_loss"), path=path, **raw
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise ContractInvalid(f"landing/contracts/{path.name}: {error!r}.") from error
    problems = list(contradictions(contract))
    if problems:
        raise ContractInvalid(f"landing/contracts/{path.name}: {'; '.join(problems)}.")
    return contract


def load_all(folder: Path = FOLDER) -> list[Contract]:
    """Every contract, by dataset name. Raises ContractInvalid."""
    paths = sorted(folder.glob("*.yml"))
    return [parse(yaml.load(path.read_text(encoding="utf-8"), _LOADER), path) for path in paths]
