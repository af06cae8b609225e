"""What the README says is what the warehouse holds, and CI runs the command that it names.

Belongs here: figures, commands and paths in README.md. Does not: whether the figures are
right (test_worked_numbers).
"""

import re

import duckdb

from conftest import Built
from orchestration.settings import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_number_on_the_first_screen(built: Built) -> None:
    with duckdb.connect(str(built.db), read_only=True) as connection:
        quantity, tco2e, reference, title = connection.execute(
            """
            select u.quantity, u.tco2e, u.cell_ref, r.title
            from marts.fct_industry_energy_use as u
            inner join marts.dim_source_release as r on r.source_release_key = u.source_release_key
            where u.industry_code = 'electronics' and u.year = 2021 and u.fuel_code = 'electricity'
            """
        ).fetchone()
        (printed,) = connection.execute(
            "select printed_text from staging.stg_energy_audit__cell where cell_ref = ?",
            [reference],
        ).fetchone()
    table, row, column = reference.split("|")
    assert f"used {quantity / 1e9:.1f} TWh in 2021: {tco2e / 1e6:.2f} million tCO2e" in README
    assert f"table {table}, row {row}, column {column}: `{printed}`" in README
    assert all(part in README for part in title.split(" (")[0].split(" Energy")[0].split("/"))


def test_the_state_of_the_checks(built: Built) -> None:
    counts = """
        select
            count(*),
            count(*) filter (verdict = 'match'),
            count(*) filter (verdict = 'rounding'),
            count(*) filter (verdict = 'mismatch'),
            count(*) filter (explanation_basis = 'reproduced'),
            count(*) filter (explanation_basis = 'likely'),
            count(*) filter (explanation_basis = 'none')
        from marts.dq_reconciliation
        """
    with duckdb.connect(str(built.db), read_only=True) as connection:
        (cells,) = connection.execute(
            "select count(*) from staging.stg_energy_audit__cell"
        ).fetchone()
        everything = connection.execute(counts).fetchone()
        book = connection.execute(counts + "where dataset = 'energy_audit_2022'").fetchone()
    total, match, rounding, mismatch, reproduced, likely, none = book
    told = [
        f"All {cells:,} cells of the yearbook's 42 tables are in the seeds, compared with the text",
        f"Of its {total:,} comparisons of derived figures, {match:,} match, {rounding} differ by",
        (
            f"rounding, and {mismatch} do not match: for {reproduced} of those"
            " a known fault reproduces"
        ),
        f"for {likely} one is likely, {none} are published unexplained",
        f"All sources together: {everything[0]:,} comparisons, {everything[3]} of which do not",
    ]
    text = re.sub(r"\s+", " ", README)
    assert [sentence for sentence in told if sentence not in text] == []


def test_the_example_inventory(built: Built) -> None:
    with duckdb.connect(str(built.db), read_only=True) as connection:
        total, *scopes = connection.execute(
            """
            select
                sum(tco2e),
                sum(tco2e) filter (scope_code = 'scope1'),
                sum(tco2e) filter (scope_code = 'scope2'),
                sum(tco2e) filter (scope_code = 'scope3')
            from marts.inventory_summary where source_kind_code = 'example' and year = 2024
            """
        ).fetchone()
    told = ", ".join(f"scope {n}: {t:,.1f}" for n, t in enumerate(scopes, 1))
    assert f"emitted {total:,.1f} tCO2e in 2024 ({told}; AR5)" in re.sub(r"\s+", " ", README)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = re.search(r"^(python3 .*?)\s+# runs all tests$", README, re.MULTILINE)[1]
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [
        line.removeprefix("exec ").removesuffix(' "$@"') for line in lines if "python3" in line
    ] == [command]


def test_the_docs_home_lists_every_mart(built: Built) -> None:
    with duckdb.connect(str(built.settings.publish_dir / "warehouse.duckdb"), read_only=True) as db:
        marts = {
            name
            for (name,) in db.execute(
                "select table_name from information_schema.tables where table_schema = 'marts'"
            ).fetchall()
        }
    overview = (ROOT / "models" / "_docs" / "overview.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", overview, re.MULTILINE)) == marts
    named = re.findall(r"`((?:dim|fct|ind|dq)_\w+)`|marts\.(\w+)", README)
    assert {a or b for a, b in named} <= marts


def test_paths_in_the_readme_exist() -> None:
    paths = re.findall(r"\]\(([^)#:]+)\)", README)
    assert paths
    assert [p for p in paths if not (ROOT / p).exists()] == []
