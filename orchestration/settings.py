"""Where things are: every path and limit, from an environment variable with a working default.

Belongs here: names of variables, defaults, paths derived from them.
Does not: opening files, running anything. Standard library only.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import SettingWrong

ROOT = Path(__file__).resolve().parent.parent
MARTS = "marts"


@dataclass(frozen=True)
class Settings:
    """The paths and limits of one run, all absolute."""

    build_db: Path
    target_dir: Path
    log_dir: Path
    publish_dir: Path
    keep_releases: int
    landing_dir: Path | None = None
    landed_dir: Path = ROOT / "landed"
    reads_landed: bool = False
    expectations_dir: Path = ROOT / "tests" / "expectations"

    @property
    def dbt_manifest(self) -> Path:
        return self.target_dir / "manifest.json"

    @property
    def run_results(self) -> Path:
        return self.target_dir / "run_results.json"

    @property
    def gate_result(self) -> Path:
        return self.target_dir / "gate_result.json"

    @property
    def quality_page(self) -> Path:
        return self.target_dir / "quality.html"

    @property
    def current(self) -> Path:
        return self.publish_dir / "current"

    def environment(self) -> dict[str, str]:
        """The environment for dbt: this process's, with the paths made absolute."""
        return {
            **os.environ,
            "NETZERO_BUILD_DB": str(self.build_db),
            "NETZERO_LANDED": str(self.landed_dir),
            "DBT_TARGET_PATH": str(self.target_dir),
            "DBT_LOG_PATH": str(self.log_dir),
        }


def load(env: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `env` (default: os.environ); a relative path starts at the project root.

    Raises SettingWrong, naming the variable, if a number is not a positive whole number.
    """
    env = os.environ if env is None else env

    def path(name: str, default: str) -> Path:
        return ROOT / Path(env.get(name) or default).expanduser()

    keep = env.get("NETZERO_KEEP_RELEASES") or "3"
    if not keep.isdigit() or int(keep) < 1:
        raise SettingWrong(f"NETZERO_KEEP_RELEASES is {keep!r}; give a whole number of 1 or more.")
    return Settings(
        build_db=path("NETZERO_BUILD_DB", "target/warehouse.build.duckdb"),
        target_dir=path("DBT_TARGET_PATH", "target"),
        log_dir=path("DBT_LOG_PATH", "logs"),
        publish_dir=path("NETZERO_PUBLISH_DIR", "published"),
        keep_releases=int(keep),
        landing_dir=path("NETZERO_LANDING", "") if env.get("NETZERO_LANDING") else None,
        landed_dir=path("NETZERO_LANDED", "landed"),
        reads_landed=env.get("NETZERO_DATA") == "landed",
    )
