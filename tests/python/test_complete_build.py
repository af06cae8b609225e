"""Only a complete build of this code with these inputs is published.

Belongs here: what is refused at the gate and at publishing, and which command is named then.
Does not: other reasons to refuse (test_publish_refused).
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from conftest import publish_now
from orchestration import inputs
from orchestration.errors import CandidateUnusable
from orchestration.publish import complete, swap
from orchestration.settings import Settings

NAMED = r"Run: python3 -m orchestration build$"


def alter(path: Path, **changes: object) -> None:
    """Change top-level keys of a JSON artifact; a mapping is merged."""
    facts = json.loads(path.read_text())
    for key, value in changes.items():
        facts[key] = {**facts.get(key, {}), **value} if isinstance(value, dict) else value
    path.write_text(json.dumps(facts))


def refused(settings: Settings, match: str) -> None:
    with pytest.raises(CandidateUnusable, match=match) as error:
        publish_now(settings)
    assert error.match(NAMED)
    assert swap.current_release(settings.publish_dir) is None


@pytest.mark.parametrize("which", ["test", "run", "seed", "compile"])
def test_another_command_than_a_build(handmade: Settings, which: str):
    command = f"dbt {which} --select dim_thing"
    alter(handmade.run_results, args={"which": which, "invocation_command": command})
    refused(handmade, f"the last dbt command was `{command}`, not a build")


def test_a_build_of_a_part(handmade: Settings):
    facts = json.loads(handmade.run_results.read_text())
    alter(handmade.run_results, results=facts["results"][:1])
    refused(handmade, r"leaves out 1 nodes, such as model\.netzero_tw\.fct_thing")


@pytest.mark.parametrize("option", ["empty", "sample", "defer"])
def test_a_build_of_some_rows(handmade: Settings, option: str):
    alter(handmade.run_results, args={option: True})
    refused(handmade, f"which {option}")


def test_a_data_test_that_was_left_out_counts_and_a_unit_test_does_not(handmade: Settings):
    manifest = json.loads(handmade.dbt_manifest.read_text())
    node = next(iter(manifest["nodes"].values()))
    alter(handmade.dbt_manifest, unit_tests={"unit_test.netzero_tw.x": node})
    complete.require_complete(handmade)
    test = {"test.netzero_tw.unique_x": {**node, "resource_type": "test"}}
    alter(handmade.dbt_manifest, nodes=test)
    refused(handmade, r"leaves out 1 nodes, such as test\.netzero_tw\.unique_x")


def test_artifacts_of_another_file(handmade: Settings):
    """A complete build of one file says nothing about another."""
    with duckdb.connect(str(handmade.build_db)) as connection:
        connection.execute("update last_dbt_invocation set invocation_id = 'another'")
    refused(handmade, r"run_results\.json is not about the last dbt command on the candidate")


def test_a_file_that_dbt_did_not_finish(handmade: Settings):
    with duckdb.connect(str(handmade.build_db)) as connection:
        connection.execute("drop table last_dbt_invocation")
    refused(handmade, "does not say which dbt command made it")


def test_other_data_than_at_the_build(handmade: Settings):
    with duckdb.connect(str(handmade.build_db)) as connection:
        connection.execute("update last_dbt_invocation set data = 'landed'")
    refused(handmade, "made with NETZERO_DATA landed, now it is embedded")


@pytest.fixture
def project(handmade: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project beside the candidate, older than its build."""
    root = tmp_path / "project"
    for name in ("models/dim_thing.sql", "seeds/raw.csv", "dbt_project.yml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a,b\n1,2\n")
    monkeypatch.setattr(inputs, "ROOT", root)
    return root


def started_now(settings: Settings) -> None:
    """Let the build by hand have started after everything that is there."""
    newest = max(p.stat().st_ctime for p in settings.build_db.parent.rglob("*"))
    moment = datetime.fromtimestamp(newest + 0.001, UTC).isoformat()
    alter(settings.run_results, metadata={"invocation_started_at": moment})


def test_a_plain_dbt_build_counts_while_nothing_is_touched(handmade: Settings, project: Path):
    started_now(handmade)
    complete.require_complete(handmade)
    os.utime(project / "seeds" / "raw.csv", (0, 0))  # an old date does not hide the change
    refused(handmade, r"since the build started something changed: .*raw\.csv")


def test_a_model_deleted_after_a_plain_dbt_build(handmade: Settings, project: Path):
    started_now(handmade)
    manifest = json.loads(handmade.dbt_manifest.read_text())
    for node in manifest["nodes"].values():
        node["original_file_path"] = "models/no_longer_there.sql"
    handmade.dbt_manifest.write_text(json.dumps(manifest))
    refused(handmade, r"since the build started something changed: models/no_longer_there\.sql")


def test_what_changed_since_a_recorded_build_is_named(handmade: Settings, project: Path):
    variables = complete.preflight.variables({})
    complete.record(handmade, inputs.fingerprint(handmade, variables))
    os.utime(project / "seeds" / "raw.csv")  # touched, but the same
    complete.require_complete(handmade)
    (project / "seeds" / "raw.csv").write_text("a,b\n1,3\n")
    refused(handmade, "since the build something changed in: seeds")


def test_the_record_of_an_earlier_build_is_not_believed(handmade: Settings, project: Path):
    complete.BuildRecord("an earlier one", {}).save(handmade.build_record)
    started_now(handmade)
    complete.require_complete(handmade)


def test_variables_belong_to_the_build(handmade: Settings):
    """What is published with AR6 is not what a default build would make."""
    plain = complete.require_complete(handmade)
    alter(handmade.run_results, args={"vars": {"gwp_set": "AR6"}})
    other = complete.require_complete(handmade)
    assert inputs.differing(plain, other) == [inputs.VARIABLES]
