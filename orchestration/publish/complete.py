"""Whether the candidate is a complete build of this code with these inputs.

Belongs here: comparing what dbt says it ran with what the project is now. Does not: judging the
content (checks/), copying it (release.py).

A build by `python3 -m orchestration build` leaves a record of its inputs. One by a plain
`dbt build` leaves none: then no input may have been written since dbt started.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from orchestration import candidate, dbt, inputs, preflight
from orchestration.errors import CandidateUnusable
from orchestration.files import write_whole
from orchestration.settings import ROOT, Settings

COMMAND = "python3 -m orchestration build"
_PARTIAL = ("empty", "sample", "defer")


@dataclass(frozen=True)
class BuildRecord:
    """The inputs of one build, and which run of dbt made it."""

    invocation_id: str
    inputs: dict[str, str]

    def save(self, path: Path) -> None:
        """Write as JSON, whole or not at all."""
        write_whole(path, json.dumps(vars(self), indent=1).encode())


def record(settings: Settings, found: dict[str, str]) -> None:
    """Note that the build that just ended was made from the inputs `found`."""
    invocation_id = dbt.read_artifact(settings.run_results)["metadata"]["invocation_id"]
    BuildRecord(invocation_id, found).save(settings.build_record)


def require_complete(settings: Settings) -> dict[str, str]:
    """The inputs of the candidate, which a complete build made from what is there now.

    Raises CandidateUnusable, naming what is not so and the command that mends it.
    """
    run_results = dbt.read_artifact(settings.run_results)
    manifest = dbt.read_artifact(settings.dbt_manifest)
    arguments, metadata = run_results.get("args") or {}, run_results["metadata"]
    if arguments.get("which") != "build":
        raise _refusal(f"the last dbt command was `{_command(arguments)}`, not a build")
    last = _last_invocation(settings.build_db)
    if last["invocation_id"] != metadata["invocation_id"]:
        raise _refusal(f"{settings.run_results} is not about the last dbt command on the candidate")
    failed = dbt.failures(run_results)
    if failed:
        raise _refusal(f"the last build had {len(failed)} failures ({', '.join(failed[:3])})")
    missing = dbt.not_run(manifest, run_results)
    partial = [name for name in _PARTIAL if arguments.get(name)]
    if missing or partial:
        why = f"leaves out {len(missing)} nodes, such as {missing[0]}" if missing else partial[0]
        raise _refusal(f"the last build was `{_command(arguments)}`, which {why}")
    _require_same_data(settings, last)
    variables = preflight.variables(arguments.get("vars") or {})
    now = inputs.fingerprint(settings, variables)
    recorded = _recorded(settings, metadata["invocation_id"])
    if recorded is not None:
        changed = inputs.differing(recorded.inputs, now)
        if changed:
            raise _refusal(f"since the build something changed in: {', '.join(changed)}")
    else:
        _require_untouched(settings, manifest, metadata)
    return now


def _refusal(why: str) -> CandidateUnusable:
    return CandidateUnusable(
        "Only a complete build of this code with these inputs is published, but"
        f" {why}. Run: {COMMAND}"
    )


def _command(arguments: dict) -> str:
    return arguments.get("invocation_command") or f"dbt {arguments.get('which')}"


def _last_invocation(build_db: Path) -> dict[str, str]:
    with candidate.connect(build_db, read_only=True) as connection:
        try:
            found = connection.sql("from main.last_dbt_invocation")
        except duckdb.CatalogException:
            raise _refusal(f"{build_db} does not say which dbt command made it") from None
        return dict(zip(found.columns, found.fetchone(), strict=True))


def _require_same_data(settings: Settings, last: dict[str, str]) -> None:
    used = {"NETZERO_DATA": last["data"], "NETZERO_LANDED": ROOT / last["landed"]}
    now = {"NETZERO_DATA": settings.data, "NETZERO_LANDED": settings.landed_dir}
    for name, value in used.items():
        if value != now[name]:
            raise _refusal(f"the build was made with {name} {value}, now it is {now[name]}")


def _recorded(settings: Settings, invocation_id: str) -> BuildRecord | None:
    try:
        found = BuildRecord(**json.loads(settings.build_record.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.invocation_id == invocation_id else None


def _require_untouched(settings: Settings, manifest: dict, metadata: dict) -> None:
    started = datetime.fromisoformat(metadata["invocation_started_at"]).timestamp()
    changed = [str(path) for path in inputs.changed_after(settings, started)]
    known = {**manifest["nodes"], **manifest.get("macros", {})}
    ours = [n for n in known.values() if n.get("package_name") == dbt.project_name(manifest)]
    gone = {n["original_file_path"] for n in ours if not (ROOT / n["original_file_path"]).exists()}
    if changed or gone:
        told = ", ".join((changed + sorted(gone))[:3])
        raise _refusal(f"since the build started something changed: {told}")
