"""Whether the published release already is what a build would make.

Belongs here: comparing a release with inputs, and its files with its manifest. Does not: what
counts as an input (inputs.py). Light on imports: a build in which nothing changed ends here.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from orchestration import inputs
from orchestration.publish import swap
from orchestration.settings import Settings


@dataclass(frozen=True)
class Published:
    """The current release, and why a build would make another one; [] where it would not."""

    release_id: str
    created_at: str
    reasons: list[str]


def compare(settings: Settings, now: dict[str, str]) -> Published | None:
    """The current release against the inputs `now`; None if there is no release."""
    release_id = swap.current_release(settings.publish_dir)
    if release_id is None:
        return None
    folder = settings.publish_dir / "releases" / release_id
    try:
        facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        then, created_at = facts["inputs_sha256"], facts["created_at"]
        missing = _missing(folder, facts["files"])
    except (OSError, ValueError, KeyError):
        return Published(release_id, "", ["it does not say what it was made from"])
    reasons = [f"changed: {', '.join(inputs.differing(then, now))}"] if then != now else []
    if missing:
        reasons.append(f"missing or damaged: {', '.join(missing[:3])}")
    return Published(release_id, created_at, reasons)


def _missing(folder: Path, files: dict[str, dict]) -> list[str]:
    def size(path: Path) -> int | None:
        return path.stat().st_size if path.is_file() else None

    return [name for name, stated in files.items() if size(folder / name) != stated["bytes"]]
