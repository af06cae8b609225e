"""What is not published, and what it says then."""

import subprocess
import sys

import duckdb
import pytest

from conftest import gate_of, make_candidate, publish_now, tree_of, write_artifacts
from orchestration.errors import CandidateUnusable, GateFailed, PublishRefused
from orchestration.measure import Measurements
from orchestration.publish import swap
from orchestration.publish.release import publish
from orchestration.settings import Settings


def test_a_failed_gate_publishes_nothing(handmade: Settings):
    publish_now(handmade)
    before = tree_of(handmade.publish_dir)
    make_candidate(handmade, quantity=-1)
    with pytest.raises(GateFailed):
        publish(handmade, gate_of(handmade, success=False), Measurements())
    assert tree_of(handmade.publish_dir) == before


def test_a_candidate_without_a_promised_mart_is_refused(handmade: Settings):
    write_artifacts(handmade, ["dim_thing", "fct_thing", "fct_forgotten"])
    with pytest.raises(CandidateUnusable, match=r"lacks marts .*fct_forgotten"):
        publish_now(handmade)
    assert swap.current_release(handmade.publish_dir) is None


def test_a_mart_an_older_build_left_is_refused(handmade: Settings):
    write_artifacts(handmade, ["dim_thing"])
    with pytest.raises(CandidateUnusable, match="fct_thing; an older build left"):
        publish_now(handmade)


def test_a_candidate_changed_after_the_gate_is_refused(handmade: Settings):
    gate = gate_of(handmade)
    with duckdb.connect(str(handmade.build_db)) as connection:
        connection.execute("update marts.fct_thing set quantity = 7")
    with pytest.raises(CandidateUnusable, match="changed after it was checked"):
        publish(handmade, gate, Measurements())


def test_a_candidate_of_a_failed_build_is_refused(handmade: Settings):
    write_artifacts(handmade, ["dim_thing", "fct_thing"], status="error")
    with pytest.raises(CandidateUnusable, match="the last build had 2 failures"):
        publish_now(handmade)


def test_a_missing_candidate_is_refused(handmade: Settings):
    gate = gate_of(handmade)
    handmade.build_db.unlink()
    with pytest.raises(CandidateUnusable, match="does not exist"):
        publish(handmade, gate, Measurements())


def test_a_candidate_someone_is_writing_is_refused(handmade: Settings):
    gate = gate_of(handmade)
    hold = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"
    writer = subprocess.Popen(
        [sys.executable, "-c", hold, str(handmade.build_db)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout.readline() == "held\n"
    with pytest.raises(CandidateUnusable, match="in use by another process"):
        publish(handmade, gate, Measurements())
    writer.communicate("done\n")


def test_a_second_publisher_is_refused(handmade: Settings):
    refused = pytest.raises(PublishRefused, match="Another process is publishing")
    with swap.publisher_lock(handmade.publish_dir), refused:
        publish_now(handmade)
    publish_now(handmade)
