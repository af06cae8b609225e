"""The unit tests of the models: arithmetic on rows made by hand, run once on the built warehouse.

Belongs here: that each runs and passes. Does not: the tests (`_unit_tests*.yml` beside the models);
`python3 -m orchestration build` leaves them out because they are about code, not about data.
"""

import json
from pathlib import Path

from conftest import Built
from project_copy import copy_candidate, run_dbt


def test_every_unit_test_passes(built: Built, tmp_path: Path) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    done = run_dbt(settings, "test", "--quiet", "--select", "test_type:unit")
    assert done.returncode == 0, done.stdout[-20_000:]
    results = json.loads(settings.run_results.read_text(encoding="utf-8"))["results"]
    manifest = json.loads(built.settings.dbt_manifest.read_text(encoding="utf-8"))
    assert {r["unique_id"] for r in results if r["status"] == "pass"} == set(manifest["unit_tests"])
    models = {node["depends_on"]["nodes"][0] for node in manifest["unit_tests"].values()}
    assert models, "no model has a unit test"
