"""What must hold before dbt starts: data that is there, variables that exist and make sense.

Belongs here: refusing a wrong setting in a sentence, before the first node. Does not: reading the
environment (settings.py), cells of the user's files (the models judge those).
"""

import csv
from datetime import date
from pathlib import Path

import yaml

from orchestration.errors import SettingWrong
from orchestration.settings import LANDED, ROOT, Settings

PORTFOLIO_FILES = ("companies.csv", "targets.csv", "portfolio.csv")
_GWP = ROOT / "seeds" / "factors" / "fac_gwp.csv"


def check(settings: Settings, arguments: list[str]) -> dict[str, str]:
    """Check settings and `--vars` among dbt's arguments; returns the effective variables as text.

    Raises SettingWrong.
    """
    _check_data(settings)
    _check_portfolio(settings.portfolio_dir)
    return variables(given_variables(arguments))


def _check_data(settings: Settings) -> None:
    landed = settings.landed_dir
    if settings.data != LANDED:
        return
    if not (landed / "_files.parquet").exists() or not any(landed.glob("[!_]*/*.parquet")):
        raise SettingWrong(
            f"NETZERO_DATA is landed, but nothing was landed in {landed} (NETZERO_LANDED). Run"
            " `python3 -m orchestration land FOLDER` on the published files first, or leave"
            " NETZERO_DATA out to build on the embedded data."
        )


def check_landed(settings: Settings) -> None:
    """Raise LandingRefused unless what was landed is one version of each own file, and listed."""
    if any(settings.landed_dir.glob("[!_]*/*.parquet")):
        from orchestration.landing import contract, store  # slow to import

        store.require_settled(
            settings.landed_dir, [c.dataset for c in contract.load_all() if c.own]
        )


def _check_portfolio(folder: Path | None) -> None:
    if folder is None:
        return
    found = sorted(path.name for path in folder.glob("*.csv")) if folder.is_dir() else []
    missing = [name for name in PORTFOLIO_FILES if name not in found]
    if not folder.is_dir() or missing:
        state = f"has no {', '.join(missing)}" if folder.is_dir() else "is no folder"
        raise SettingWrong(
            f"NETZERO_PORTFOLIO is {str(folder)!r}, which {state}; give a folder with"
            f" {', '.join(PORTFOLIO_FILES)}. Their columns:"
            " models/_docs/methodology/targets/temperature_scores.md"
        )


def given_variables(arguments: list[str]) -> dict[str, object]:
    """What `--vars` says among dbt's arguments. Raises SettingWrong if it is not a mapping."""
    found: dict[str, object] = {}
    for at, argument in enumerate(arguments):
        name, equals, text = argument.partition("=")
        if name != "--vars":
            continue
        if not equals:
            text = arguments[at + 1] if at + 1 < len(arguments) else ""
        try:
            read = yaml.safe_load(text)
        except yaml.YAMLError:
            read = None
        except ValueError:  # a date that is none; as text it is refused by name
            read = yaml.load(text, Loader=yaml.BaseLoader)
        if not isinstance(read, dict):
            raise SettingWrong(f"--vars is {text!r}; write it as '{{gwp_set: AR6}}'.")
        found |= read
    return found


def variables(given: dict[str, object]) -> dict[str, str]:
    """The variables of dbt_project.yml with `given` in their place, as text; checked."""
    project = yaml.safe_load((ROOT / "dbt_project.yml").read_text(encoding="utf-8"))
    declared = project["vars"]
    for name in given:
        if name not in declared:
            raise SettingWrong(f"--vars names {name}; valid are {', '.join(sorted(declared))}.")
    # a variable without a value is one that the data answer
    effective = {
        name: str(value) for name, value in {**declared, **given}.items() if value is not None
    }
    for name, text in effective.items():
        problem = _CHECKS[name](text) if name in _CHECKS else None
        if problem:
            raise SettingWrong(f"--vars: {name} is {text!r}; {problem}.")
    return effective


def _gwp_set(text: str) -> str | None:
    with _GWP.open(encoding="utf-8", newline="") as file:
        valid = sorted({row["gwp_set"] for row in csv.DictReader(file)})
    return None if text in valid else f"valid are {', '.join(valid)}"


def _day(text: str) -> str | None:
    try:
        as_written = date.fromisoformat(text).isoformat() == text
    except ValueError:
        as_written = False
    return None if as_written else "give a day such as 2023-06-30"


def _whole(least: int, most: int):
    def problem(text: str) -> str | None:
        valid = text.isascii() and text.isdigit() and least <= int(text) <= most
        return None if valid else f"give a whole number from {least} to {most}"

    return problem


def _growth(text: str) -> str | None:
    try:
        valid = -1 < float(text) < 1
    except ValueError:
        valid = False
    return None if valid else "give a ratio between -1 and 1, such as 0.02"


_CHECKS = {
    "gwp_set": _gwp_set,
    "as_of_date": _day,
    "residential_draws": _whole(1, 10_000_000),
    "temperature_reporting_year": _whole(1990, 2100),
    "electricity_growth_ratio": _growth,
}
