"""The table of endpoints in the run book, made of endpoints.yml.

Belongs here: writing it. Does not: what is asked, when and why (endpoints.yml).
`python -m orchestration.fetch.table` writes it anew; a test compares.
"""

from pathlib import Path

from orchestration.fetch.endpoints import Endpoint, connector, endpoints
from orchestration.settings import ROOT

RUN_BOOK = ROOT / "orchestration" / "README.md"
HEAD = ["| endpoint | data set | asked | why then | key |", "|---|---|---|---|---|"]
DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")


def table() -> list[str]:
    """The lines of the table, one endpoint each."""
    return [*HEAD, *(_row(each) for each in endpoints())]


def _row(each: Endpoint) -> str:
    # a connector that needs a key imports the name of its variable
    key = getattr(connector(each), "MOENV_KEY", None)
    cells = (
        f"`{each.endpoint}`",
        f"`{each.dataset}`",
        when(each.calendar.cron),
        each.calendar.why,
        f"`{key}`" if key else "none",
    )
    return f"| {' | '.join(cells)} |"


def when(cron: str) -> str:
    """Five fields of cron in words; as they are where they hold more than days and months."""
    minute, hour, days, months, weekdays = cron.split()
    both = weekdays != "*" and (days, months) != ("*", "*")
    if both or not (minute.isdigit() and hour.isdigit()):
        return f"`{cron}`"
    clock = f"{int(hour):02}:{int(minute):02}"
    if weekdays != "*":
        named = [DAYS[int(d) % 7] for d in weekdays.split(",") if d.isdigit()]
        return f"{', '.join(named)} {clock}" if named else f"`{cron}`"
    if days == "*":
        return f"daily {clock}" if months == "*" else f"`{cron}`"
    of = "" if months == "*" else f" of month {_listed(months)}"
    return f"day {_listed(days)}{of}, {clock}"


def _listed(text: str) -> str:
    return text.replace("-", " to ").replace(",", ", ")


def in_run_book(text: str) -> tuple[int, int]:
    """First line and end of the table in the run book. Raises ValueError if it is not there."""
    lines = text.splitlines()
    start = lines.index(HEAD[0])
    end = next((n for n in range(start, len(lines)) if not lines[n].startswith("|")), len(lines))
    return start, end


def write(path: Path = RUN_BOOK) -> None:
    """Put the table of today in the place of the one in the run book."""
    text = path.read_text(encoding="utf-8")
    start, end = in_run_book(text)
    lines = text.splitlines()
    path.write_text("\n".join([*lines[:start], *table(), *lines[end:]]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
