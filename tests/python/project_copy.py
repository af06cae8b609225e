"""Copies of the project, to spoil and to run commands in.

Belongs here: making a copy, running the commands and dbt in it. Does not: fixtures (conftest),
assertions. A copy has every path at its default, so dbt takes over what the original had parsed.
"""

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from orchestration import settings as settings_module
from orchestration.settings import ROOT, Settings

PARTS = ("models", "seeds", "macros", "tests", "orchestration")
FILES = ("dbt_project.yml", "profiles.yml", "pyproject.toml")
_NOT_NEEDED = shutil.ignore_patterns("extracts", "python", "compiled", "run", "duckdb_tmp")
PLACES = {
    "NETZERO_BUILD_DB": "target/warehouse.build.duckdb",
    "NETZERO_PUBLISH_DIR": "published",
    "NETZERO_LANDED": "landed",
    "DBT_TARGET_PATH": "target",
    "DBT_LOG_PATH": "logs",
}


def settings_of(root: Path) -> Settings:
    """Settings of the project at `root`, every path at its default below it."""
    found = settings_module.load({name: str(root / place) for name, place in PLACES.items()})
    return replace(found, expectations_dir=root / "tests" / "expectations")


def root_of(settings: Settings) -> Path:
    """The copy whose default paths these settings are, else the project itself."""
    root = settings.target_dir.parent
    return root if (root / "dbt_project.yml").exists() else ROOT


def copy_project(root: Path, *, of: Path = ROOT, with_target: bool = False) -> Settings:
    """Copy code and seeds to `root`, with what dbt parsed and built there if it is asked for."""
    for part in (*PARTS, "target") if with_target else PARTS:
        shutil.copytree(of / part, root / part, ignore=_NOT_NEEDED)
    for name in FILES:
        shutil.copy2(of / name, root)
    return settings_of(root)


def copy_parsed(of: Settings, to: Settings) -> None:
    """Let dbt in the project of `to` start from what it parsed in the project of `of`."""
    to.target_dir.mkdir(parents=True, exist_ok=True)
    shutil.copy2(of.target_dir / "partial_parse.msgpack", to.target_dir)


def copy_candidate(of: Settings, folder: Path) -> Settings:
    """A candidate of one's own, with what dbt parsed; code and landed files are those of `of`."""
    root, original = folder / "candidate", root_of(of)
    root.mkdir(parents=True)
    for name in (*PARTS, *FILES, "landed"):
        (root / name).symlink_to(original / name)
    settings = settings_of(root)
    copy_parsed(of, settings)
    shutil.copyfile(of.build_db, settings.build_db)
    return settings


def spoil(root: Path, file: str, text: str, replacement: str) -> None:
    """Replace a text that stands exactly once in a file of the project at `root`."""
    path = root / file
    content = path.read_text(encoding="utf-8")
    assert content.count(text) == 1, f"{file}: {text!r} stands there {content.count(text)} times"
    path.write_text(content.replace(text, replacement), encoding="utf-8", newline="\n")


def run_cli(
    settings: Settings, *arguments: str, root: Path | None = None, **environment: str
) -> subprocess.CompletedProcess:
    """Run a command of the project in a process of its own; output and errors in one."""
    root = root or root_of(settings)
    if settings.target_dir == root / "target":
        inherited = {name: value for name, value in os.environ.items() if name not in PLACES}
    else:
        inherited = settings.environment() | {
            "NETZERO_PUBLISH_DIR": str(settings.publish_dir),
            "NETZERO_TEMP_DIR": str(settings.target_dir / "duckdb_tmp"),
        }
    return subprocess.run(
        [sys.executable, "-m", "orchestration.cli", *arguments],
        check=False,
        cwd=root,
        env=inherited | {"PYTHONPATH": str(root)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


# The server imports dbt once; each run is a fork of it, so nothing is left over from another.
_FORKS = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
_FORKS.set_forkserver_preload(["dbt.cli.main", "dbt.adapters.duckdb", "dbt.parser.manifest"])


def run_dbt(settings: Settings, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run dbt on what was parsed in `settings.target_dir`: no start of dbt, no look for changes.

    Variables and rows of seeds are as they are now; changed SQL and yml is for `run_cli` to see.
    """
    root, printed = root_of(settings), settings.target_dir / "printed.txt"
    environment = settings.environment() | environment
    run = _FORKS.Process(target=_dbt, args=(arguments, environment, root, settings, printed))
    run.start()
    run.join()
    text = printed.read_text(encoding="utf-8", errors="replace")
    return subprocess.CompletedProcess(arguments, run.exitcode, stdout=text)


def _dbt(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    root: Path,
    settings: Settings,
    printed: Path,
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(root)
    with printed.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    from dbt.cli.main import dbtRunner
    from dbt.contracts.graph.manifest import Manifest

    parsed = (settings.target_dir / "partial_parse.msgpack").read_bytes()
    manifest = Manifest.from_msgpack(parsed)
    for node in manifest.nodes.values():
        if hasattr(node, "root_path"):  # of a seed: where its file is
            node.root_path = str(root)
    manifest.build_flat_graph()
    folders = ["--project-dir", str(root), "--profiles-dir", str(root)]
    done = dbtRunner(manifest=manifest).invoke(["--no-use-colors", *arguments, *folders])
    if done.exception:
        print(done.exception, flush=True)
    sys.exit(0 if done.success else 1)


def once(folder: Path, make: Callable[[], None]) -> None:
    """Let the first of several test processes make `folder`; the others wait for it.

    What `make` fails with is the failure of each of them.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        made, failed = Path(f"{folder}.made"), Path(f"{folder}.failed")
        if failed.exists():
            raise AssertionError(failed.read_text(encoding="utf-8"))
        if not made.exists():
            try:
                make()
            except BaseException as error:
                failed.write_text(str(error), encoding="utf-8")
                raise
            made.touch()
