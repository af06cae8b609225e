"""The chain of one number as lines of text, in English or Chinese.

Belongs here: words, order, indentation, where to stop. Does not: queries (find.py).
"""

import argparse
from collections.abc import Iterator
from typing import Any

from orchestration.settings import Settings
from orchestration.trace.find import Release, Row, descriptions

DEEPEST = 6
SHOWN_ROWS = 8
TELLING_CODES = ("field_code", "indicator_code", "axis_code")  # what a row is about
WORDS = {
    "en": {
        "rests_on": "It rests on:",
        "for": "for {column}: ",
        "source_cell": "printed cell {cell_ref}{section}: {raw_text}",
        "section": ", in the section from page {page}",
        "report_page": "page {page} of the report: {raw_text} (row {row_number} of {file_name})",
        "source_row": "row {row_number} of {file_name}: {raw_text}",
        "factor_row": "factor {parameter_key} ({parameter_table}): {parameter_text}{valid}",
        "rule_row": "rule {parameter_key} ({parameter_table}): {parameter_text}{valid}",
        "correction": "correction {parameter_key}: {parameter_text}",
        "mart_row": "row {parent_row_key} of {parent_mart}",
        "valid": ", valid {first} to {last}",
        "in_force": "today",
        "always": "always",
        "source": "source: {stated_source}",
        "of_release": "in release {source_release_key}",
        "above": " (see above)",
        "more": "... and {n} more rows of {mart}",
        "deeper": "... and so on; ask for that row itself",
        "releases": "Releases:",
        "release": "{key}: {publisher}, {title}; {vintage}; licence {licence}",
        "sha": "SHA-256 {sha}",
        "no_sha": "no SHA-256: the figures did not come from one file",
        "no_steps": "No step is recorded: the mart restates others or labels them.",
        "no_value": "no value",
        "unknown": "not stated",
    },
    "zh": {
        "rests_on": "依據：",
        "for": "{column}：",
        "source_cell": "印刷表格儲存格 {cell_ref}{section}：{raw_text}",
        "section": "（第 {page} 頁起之章節）",
        "report_page": "報告書第 {page} 頁：{raw_text}（{file_name} 第 {row_number} 列）",
        "source_row": "{file_name} 第 {row_number} 列：{raw_text}",
        "factor_row": "係數 {parameter_key}（{parameter_table}）：{parameter_text}{valid}",
        "rule_row": "規則 {parameter_key}（{parameter_table}）：{parameter_text}{valid}",
        "correction": "更正 {parameter_key}：{parameter_text}",
        "mart_row": "{parent_mart} 的資料列 {parent_row_key}",
        "valid": "，適用期間 {first} 至 {last}",
        "in_force": "今",
        "always": "不限",
        "source": "出處：{stated_source}",
        "of_release": "資料版本 {source_release_key}",
        "above": "（見上）",
        "more": "…另有 {mart} 的 {n} 列",
        "deeper": "…以下省略，請直接查詢該列",
        "releases": "資料來源：",
        "release": "{key}：{publisher}，{title}；{vintage}；授權 {licence}",
        "sha": "SHA-256 {sha}",
        "no_sha": "無 SHA-256：數字並非出自單一檔案",
        "no_steps": "沒有依據紀錄：此表為其他表之重述或名稱對照。",
        "no_value": "無數值",
        "unknown": "未註明",
    },
}


def chain(settings: Settings, arguments: list[str]) -> str:
    """The whole answer to `trace <mart> <key> [column] [--language zh]`. Raises NotFound."""
    asked = _arguments().parse_args(arguments)
    release = Release(settings.publish_dir / "warehouse.duckdb")
    row = release.row(asked.mart, asked.key)
    if asked.column:
        release.check_column(asked.mart, asked.column)
    teller = Teller(release, WORDS[asked.language])
    return "\n".join([*teller.figures(row, asked.column), *teller.steps(row, asked.column)])


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m orchestration trace",
        description="Print what one published number rests on, down to the cell, row or page.",
    )
    parser.add_argument("mart", help="for instance fct_industry_energy_use")
    parser.add_argument(
        "key", help="electronics/2021/electricity, or industry_code=electronics,..."
    )
    parser.add_argument("column", nargs="?", help="for instance tco2e; without it, all of the row")
    parser.add_argument("--language", choices=sorted(WORDS), default="en", help="en or zh")
    return parser


class Teller:
    """Puts rows and steps of one release into words of one language."""

    def __init__(self, release: Release, words: dict[str, str]) -> None:
        self.release = release
        self.words = words
        self.told: set[tuple[str, str]] = set()
        self.releases: dict[str, None] = {}  # in the order they are met

    def figures(self, row: Row, column: str | None) -> Iterator[str]:
        """The figure asked for, or every measure of the row, with unit and description."""
        about, columns = descriptions(row.mart)
        yield f"{row.mart} {row.key}"
        yield f"  {about}"
        shown = [column] if column else [n for n in row.cells if self._is_measure(row, n)]
        for name in shown:
            value = row.cells[name]
            text = self.words["no_value"] if value is None else self._number(row, name)
            yield f"  {name} = {text}  ({columns.get(name) or self.words['unknown']})"

    def _is_measure(self, row: Row, name: str) -> bool:
        value = row.cells[name]
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and name not in self.release.keys[row.mart] and name != "row_number"

    def _number(self, row: Row, name: str) -> str:
        value = row.cells[name]
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or name.endswith("year"):
            return str(value)
        unit = self.release.unit(row, name)
        if unit in ("", "year"):
            return f"{value:.10g}"
        return f"{value:,.10g} {unit}".removesuffix(" count")

    def steps(self, row: Row, column: str | None) -> Iterator[str]:
        """The steps, nested as rows rest on rows, and the releases they end in."""
        lines = list(self._walk(row.mart, row.key, column, 1))
        yield ""
        yield self.words["rests_on"] if lines else self.words["no_steps"]
        yield from lines
        if self.releases:
            yield ""
            yield self.words["releases"]
        for key in self.releases:
            yield from self._release(key)

    def _walk(self, mart: str, key: str, column: str | None, depth: int) -> Iterator[str]:
        self.told.add((mart, key))
        shown: dict[tuple[str, str | None], int] = {}
        for step in self.release.steps(mart, key, column):
            group = (step["parent_mart"], step["column_name"])
            shown[group] = shown.get(group, 0) + 1
            if step["parent_mart"] is None or shown[group] <= SHOWN_ROWS:
                yield from self._step(step, depth)
        for (parent, _), count in shown.items():
            if parent is not None and count > SHOWN_ROWS:
                more = self.words["more"].format(n=count - SHOWN_ROWS, mart=parent)
                yield f"{'  ' * depth}{more}"

    def _step(self, step: dict[str, Any], depth: int) -> Iterator[str]:
        indent = "  " * depth
        known = {k: self.words["unknown"] if v is None else v for k, v in step.items()}
        known["page"] = str(known["page"]).removeprefix("p.")
        section = self.words["section"].format(**step) if step["page"] else ""
        said = self.words[step["kind_code"]].format(
            **known, valid=self._validity(step), section=section
        )
        if step["column_name"]:
            said = self.words["for"].format(column=step["column_name"]) + said
        if step["parent_mart"] is None:
            yield f"{indent}- {said}"
            if step["stated_source"]:
                yield f"{indent}    {self.words['source'].format(**step)}"
            if step["source_release_key"]:
                self.releases[step["source_release_key"]] = None
                yield f"{indent}    {self.words['of_release'].format(**step)}"
            return
        below = (step["parent_mart"], step["parent_row_key"])
        if below in self.told:
            yield f"{indent}- {said}{self.words['above']}"
        elif depth >= DEEPEST:
            yield f"{indent}- {said}"
            yield f"{indent}    {self.words['deeper']}"
        else:
            yield f"{indent}- {said}{self._main_figures(*below)}"
            # from row to row of one mart it is the same column that goes on
            same = step["column_name"] if step["mart"] == step["parent_mart"] else None
            yield from self._walk(*below, same, depth + 1)

    def _main_figures(self, mart: str, key: str) -> str:
        """What a row that is passed on the way is about, and up to three of its measures."""
        row = self.release.row(mart, key)
        names = [name for name in row.cells if self._is_measure(row, name)]
        parts = [str(row.cells[name]) for name in TELLING_CODES if row.cells.get(name)]
        parts += [f"{name} {self._number(row, name)}" for name in names[:3]]
        told = ", ".join(parts)
        return f": {told}" if told else ""

    def _validity(self, step: dict[str, Any]) -> str:
        first, last = step["valid_from_year"], step["valid_to_year"]
        if first is None and last is None:
            return ""
        return self.words["valid"].format(
            first=first or self.words["always"], last=last or self.words["in_force"]
        )

    def _release(self, key: str) -> Iterator[str]:
        about = self.release.release(key)
        yield "  " + self.words["release"].format(
            key=key,
            publisher=about["publisher"],
            title=about["title"],
            vintage=about["vintage_date"] or self.words["unknown"],
            licence=about["licence"],
        )
        sha = about["file_sha256"]
        told = self.words["sha"].format(sha=sha) if sha else self.words["no_sha"]
        yield f"    {told}{'; ' + about['url'] if about['url'] else ''}"
