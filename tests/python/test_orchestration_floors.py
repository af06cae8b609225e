"""Which part of orchestration/ may import which: floors, and no arrow that runs back.

Belongs here: imports between modules. Does not: what they do.
"""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from orchestration.settings import ROOT

# A part imports from its own package and from lower floors. A new module is put on one.
FLOORS = [
    {"errors", "files", "installers", "service_process", "telemetry", "wording"},
    {"settings", "locking", "disk", "measure", "bootstrap"},
    {"candidate", "dbt", "dbt_process", "landing", "inputs"},
    {"preflight", "fetch"},
    {"checks"},
    {"publish"},
    {"pipeline", "summary", "trace"},
    {"resources", "dev", "drops", "history", "notices"},
    {"schedules", "serve"},
    {"sensors"},
    {"assets"},
    {"definitions", "cli", "__main__"},
]
HEIGHT = {part: height for height, floor in enumerate(FLOORS) for part in floor}


def imports(root: Path) -> dict[str, set[str]]:
    """Module -> modules of the same package it imports, wherever in the file the import stands."""
    paths = {}
    for path in (root / "orchestration").rglob("*.py"):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        paths[name.removesuffix(".__init__")] = path
    found = {}
    for name, path in paths.items():
        named = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                # `from package import module` imports the module; any other name, the package
                parts = {f"{node.module}.{alias.name}" for alias in node.names}
                named |= (parts & set(paths)) or {node.module}
        found[name] = (named & set(paths)) - {name}
    return found


def part(module: str) -> str:
    """The top-level module or package below orchestration."""
    return module.split(".")[1]


def wrong_arrows(graph: dict[str, set[str]]) -> list[str]:
    """Imports that do not go down, as sentences."""
    wrong = []
    for module, targets in graph.items():
        for target in targets:
            if "." not in module or "." not in target or part(module) == part(target):
                continue
            here, there = HEIGHT.get(part(module)), HEIGHT.get(part(target))
            if here is None or there is None:
                wrong.append(f"{module} -> {target}: put both on a floor of this test")
            elif there >= here:
                wrong.append(f"{module} (floor {here}) imports {target} (floor {there})")
    return sorted(wrong)


def test_imports_go_down_the_floors() -> None:
    graph = imports(ROOT)
    assert {part(m) for m in graph if "." in m} <= set(HEIGHT), "put the new module on a floor"
    assert wrong_arrows(graph) == []


def test_no_module_imports_itself_by_a_detour() -> None:
    tuple(TopologicalSorter(imports(ROOT)).static_order())  # raises CycleError, naming the circle


def test_an_arrow_that_runs_back_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "orchestration" / "checks"
    folder.mkdir(parents=True)
    (folder.parent / "pipeline.py").write_text("from orchestration.checks import runner\n")
    (folder / "runner.py").write_text("def run():\n    import orchestration.pipeline\n")
    graph = imports(tmp_path)
    assert wrong_arrows(graph) == [
        "orchestration.checks.runner (floor 4) imports orchestration.pipeline (floor 6)"
    ]
    with pytest.raises(CycleError):
        tuple(TopologicalSorter(graph).static_order())
