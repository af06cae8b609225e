"""The gate's results as one HTML page that needs nothing else: no network, no other file."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from orchestration.checks.results import CRITICAL, WARNING, GateResult
from orchestration.files import write_whole


def render(gate: GateResult) -> str:
    """The page as text: failed expectations first, then every table."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    failed = gate.failed(CRITICAL) + gate.failed(WARNING)
    failed += [r for r in gate.results if not r.success and r not in failed]
    tables: dict[tuple[str, str], list] = {}
    for result in sorted(gate.results, key=lambda r: r.success):
        tables.setdefault((result.boundary, result.table_name), []).append(result)
    return environment.get_template("report.html.j2").render(
        gate=gate, failed=failed, tables=dict(sorted(tables.items()))
    )


def write(gate: GateResult, path: Path) -> Path:
    """Write the page to `path` and return it."""
    write_whole(path, render(gate).encode())
    return path
