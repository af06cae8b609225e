"""The commands, as they run inside the environment. `__main__.py` makes that environment first.

Belongs here: commands, what they print, exit codes. Does not: the steps (pipeline.py).
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from orchestration import disk, telemetry, wording
from orchestration import settings as settings_module
from orchestration.errors import RunStopped, SettingWrong
from orchestration.publish import swap
from orchestration.settings import ROOT, Settings

ACCEPT_DRIFT = "--accept-drift"
MOST_TEST_PROCESSES = 4  # each takes up to 2 GB

# What a command needs is imported inside it: a build in which nothing changed takes no DuckDB,
# dbt or Great Expectations.


def build(settings: Settings, arguments: list[str]) -> None:
    """dbt build, gate, publish; --force also when nothing changed; the rest goes to dbt build."""
    start = time.perf_counter()
    arguments, accept_drift = _accepted_drift(arguments)
    rest = [argument for argument in arguments if argument != "--force"]
    if settings.portfolio_dir:
        _land_portfolio(settings, rest)  # first: its rows are inputs like all that is landed
    if rest == arguments and _nothing_changed(settings, rest):
        return

    from orchestration import candidate, pipeline, summary
    from orchestration.measure import Measurements

    measured = Measurements()

    def say(text: str) -> None:
        print(f"[{time.perf_counter() - start:5.1f} s] {wording.lines(text)}", flush=True)

    with candidate.claimed(settings):  # from the first step to the last
        say("1 of 3  Building the candidate with dbt")
        pipeline.build(settings, measured, *rest, say=say)
        say("2 of 3  Checking it with Great Expectations")
        result = pipeline.gate(settings, measured, accept_drift=accept_drift, say=say)
        pipeline.require_passed(settings, result)
        say("3 of 3  Publishing it")
        folder = pipeline.release(settings, measured)
    say("Done")
    print(wording.lines(summary.text(settings, folder, measured)))


def _land_portfolio(settings: Settings, arguments: list[str]) -> None:
    from orchestration import pipeline, preflight

    preflight.check(settings, arguments)
    pipeline.land_portfolio(settings)


def _nothing_changed(settings: Settings, arguments: list[str]) -> bool:
    """Whether the published release is what a build would make; says so, or what changed."""
    from orchestration import inputs, preflight
    from orchestration.publish import unchanged

    variables = preflight.check(settings, arguments)
    if [a for a in arguments if not a.startswith("--vars")] and "--vars" not in arguments:
        return False  # a further argument for dbt asks for a run
    published = unchanged.compare(settings, inputs.fingerprint(settings, variables))
    if published is None:
        return False
    if published.reasons:
        print(f"Release {published.release_id}: {'; '.join(published.reasons)}", flush=True)
        return False
    if not swap.is_shown(settings.publish_dir, published.release_id):
        with swap.publisher_lock(settings.publish_dir):
            swap.swap_in(settings.publish_dir, published.release_id, links=settings.links)
        print(f"The names in {settings.publish_dir} were damaged and lead to the release again.")
    print(
        f"Nothing changed since release {published.release_id} ({published.created_at}): code,"
        " seeds, landed files, variables and tools are the same.\n"
        f"  DuckDB   {settings.publish_dir / 'warehouse.duckdb'}\n"
        f"  Parquet  {settings.publish_dir / 'marts'}\n"
        "`build --force` builds it anew."
    )
    return True


def gate(settings: Settings, arguments: list[str]) -> None:
    """Check the candidate as it is, if a complete build made it."""
    from orchestration import candidate, pipeline
    from orchestration.measure import Measurements
    from orchestration.publish import complete

    _, accept_drift = _accepted_drift(arguments)
    with candidate.claimed(settings):
        complete.require_complete(settings)
        result = pipeline.gate(settings, Measurements(), accept_drift=accept_drift)
    pipeline.require_passed(settings, result)
    print(f"{len(result.results)} expectations, none critical failed. {settings.quality_page}")


def _accepted_drift(arguments: list[str]) -> tuple[list[str], str | None]:
    """The other arguments, and the reason after --accept-drift."""
    if ACCEPT_DRIFT not in arguments:
        return arguments, None
    at = arguments.index(ACCEPT_DRIFT)
    reason = arguments[at + 1].strip() if at + 1 < len(arguments) else ""
    if len(reason) < 10 or reason.startswith("--"):
        raise SettingWrong(
            f'{ACCEPT_DRIFT} needs the reason as one text, such as {ACCEPT_DRIFT} "restated 2023".'
        )
    return arguments[:at] + arguments[at + 2 :], reason


def publish(settings: Settings, arguments: list[str]) -> None:
    """Publish the candidate the gate passed."""
    from orchestration import pipeline, summary
    from orchestration.measure import Measurements

    measured = Measurements()
    folder = pipeline.release(settings, measured)
    print(wording.lines(summary.text(settings, folder, measured)))


def rollback(settings: Settings, arguments: list[str]) -> None:
    """Make an older release the current one, or list the releases."""
    if arguments:
        with swap.publisher_lock(settings.publish_dir):
            swap.remove_leftovers(settings.publish_dir)
            swap.swap_in(settings.publish_dir, arguments[0], links=settings.links)
    current = swap.current_release(settings.publish_dir)
    for release_id in swap.releases(settings.publish_dir):
        print(f"{release_id}  current" if release_id == current else release_id)


def trace(settings: Settings, arguments: list[str]) -> None:
    """Print what one published number rests on: `trace <mart> <key> [column] [--language zh]`."""
    from orchestration.trace import chain

    print(wording.lines(chain(settings, arguments)))


def test(settings: Settings, arguments: list[str]) -> int:
    """Run pytest on tests/python, or on the paths among the arguments; its exit code is ours.

    All of them run in as many processes as there are cores, a file in one of them.
    """
    names_paths = any((ROOT / a.split("::")[0]).exists() for a in arguments)
    processes = str(min(os.cpu_count() or 1, MOST_TEST_PROCESSES))
    everything = ["tests/python", "-n", processes, "--dist", "loadfile", "--no-loadscope-reorder"]
    where = [] if names_paths else everything
    command = [sys.executable, "-m", "pytest", *where, *arguments]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


def land(settings: Settings, arguments: list[str]) -> int:
    """Read every file of a folder, or one file, through its contract; 1 if any was refused."""
    folder = Path(arguments[0]).expanduser() if arguments else settings.landing_dir
    if len(arguments) > 1:
        raise SettingWrong("Name one folder of files or one file, or set NETZERO_LANDING.")
    from orchestration import landing

    return landing.run(folder, settings.landed_dir, say=print)


def fetch(settings: Settings, arguments: list[str]) -> int:
    """Fetch open data (all, or the datasets named) and land it; 1 if anything failed."""
    from orchestration import fetch as fetching

    return fetching.run(settings, arguments)


def dev(settings: Settings, arguments: list[str]) -> int:
    """Open Dagster in the browser."""
    from orchestration import dev as dagster_dev

    return dagster_dev.run(arguments)


def serve(settings: Settings, arguments: list[str]) -> int:
    """Run Dagster's webserver and daemon until they are told to end."""
    from orchestration import serve as dagster_serve

    return dagster_serve.run(arguments)


COMMANDS = {
    f.__name__: f for f in (build, fetch, land, test, gate, publish, rollback, trace, dev, serve)
}


def main(arguments: list[str]) -> int:
    """Run a command; returns the exit code. A stopped run ends with one clear sentence."""
    telemetry.switch_off()
    try:
        settings = settings_module.load()
        return COMMANDS[arguments[0]](settings, arguments[1:]) or 0
    except (RunStopped, OSError) as error:
        print(f"\n{wording.lines(disk.sentence_of(error, ROOT) or str(error))}", file=sys.stderr)
        if arguments[0] in ("build", "gate", "publish"):
            print(_still_published(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return 130


def _still_published() -> str:
    try:
        release = swap.current_release(settings_module.load().publish_dir)
    except SettingWrong:
        return "Nothing was published."
    if release:
        return f"Nothing was published; release {release} stays as it was."
    return "Nothing was published; there is no release yet."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
