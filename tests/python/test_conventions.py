"""The rules of the house, checked over dbt's manifest: layers, names, units, descriptions, contracts.

Belongs here: what every model and seed must look like. Does not: what their numbers are.
"""

import csv
import json
import re

import duckdb
import pytest

from conftest import Built
from orchestration.settings import ROOT

# a measure's name may end in one of these after its unit: contract names that say which version of a rate it is
QUALIFIERS = ("_reported", "_recomputed", "_since_2015", "_basis")
PREFIXED = re.compile(
    r"growth_pct_\w+|(old|new)_value|pct_at_2030|rebased_pct_2019|intensity_20\d\d|radar_[1-6]"
    r"|(avg_)?score(_observatory_variant)?|rank"
)
PARAMETERS = ("ref_", "fac_", "rule_", "cor_", "ctl_")
CODES = re.compile(r"(_code|_key|_ref|_label|_no|_id|_text|_zh|_en|vintage)$")


@pytest.fixture(scope="module")
def manifest(built: Built) -> dict:
    return json.loads((built.target_dir / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def models(manifest: dict) -> dict[str, dict]:
    return {n["name"]: n for n in manifest["nodes"].values() if n["resource_type"] == "model"}


@pytest.fixture(scope="module")
def seeds(manifest: dict) -> dict[str, dict]:
    return {n["name"]: n for n in manifest["nodes"].values() if n["resource_type"] == "seed"}


@pytest.fixture(scope="module")
def columns_in_file(built: Built) -> dict[tuple[str, str], dict[str, str]]:
    with duckdb.connect(str(built.db), read_only=True) as connection:
        rows = connection.execute(
            "select table_schema, table_name, column_name, lower(data_type) from information_schema.columns"
            " order by ordinal_position"
        ).fetchall()
    found: dict[tuple[str, str], dict[str, str]] = {}
    for schema, table, column, kind in rows:
        found.setdefault((schema, table), {})[column] = kind
    return found


def layer(node: dict) -> str:
    return node["fqn"][1] if node["resource_type"] == "model" else "seed"


def test_layers_flow_one_way(manifest: dict) -> None:
    """seeds -> staging -> intermediate -> core -> other marts; staging alone reads data seeds, marts never read staging."""
    wrong = []
    for node in manifest["nodes"].values():
        if node["resource_type"] != "model":
            continue
        for parent in (manifest["nodes"][key] for key in node["depends_on"]["nodes"]):
            here, there = layer(node), layer(parent)
            is_parameter = there == "seed" and parent["name"].startswith(PARAMETERS)
            allowed = {
                "staging": there == "seed",
                "intermediate": there in ("staging", "intermediate") or is_parameter,
                "marts": there in ("intermediate", "marts") or is_parameter,
            }[here]
            if here == "marts" and node["fqn"][2] == "core" and there == "marts":
                allowed = parent["fqn"][2] == "core"
            if not allowed:
                wrong.append(f"{node['name']} ({here}) reads {parent['name']} ({there})")
    assert wrong == []


def test_names_say_the_layer(models: dict[str, dict]) -> None:
    pattern = {
        "staging": r"stg_[a-z0-9]+(_[a-z0-9]+)*__[a-z0-9_]+",
        "intermediate": r"int_[a-z0-9]+(_[a-z0-9]+)*__[a-z0-9_]+",
        "marts": r"(dim|fct|ind|dq)_[a-z0-9_]+|(company|county|industry|national|fund|sbti|sector|residential|commercial|renewable|reference"
        r"|inventory|quick|regulated|saving|storage|breaker|cbam)_[a-z0-9_]+",
    }
    assert [n for n, m in models.items() if not re.fullmatch(pattern[layer(m)], n)] == []


def test_everything_is_described(models: dict[str, dict], seeds: dict[str, dict], columns_in_file: dict) -> None:
    """Every model and seed, and every column that exists in the file, has a description; none is described that does not exist."""
    wrong = []
    for node in (models | seeds).values():
        if len(node["description"]) < 15:
            wrong.append(f"{node['name']}: no description")
        if layer(node) != "seed" and "**Grain**" not in node["description"]:
            wrong.append(f"{node['name']}: the description does not state the grain")
        described = {c for c, d in node["columns"].items() if d["description"]}
        existing = set(columns_in_file[node["schema"], node["name"]])
        wrong += [f"{node['name']}.{c}: not described" for c in sorted(existing - described)]
        wrong += [f"{node['name']}.{c}: described, but not there" for c in sorted(described - existing)]
    assert wrong == []


def test_marts_have_contract_owner_key_and_their_own_yml(models: dict[str, dict], manifest: dict) -> None:
    tested = {
        (t["attached_node"], tuple(t["test_metadata"]["kwargs"].get("columns", [])))
        for t in manifest["nodes"].values()
        if t["resource_type"] == "test" and (t.get("test_metadata") or {}).get("name") == "unique_combination"
    }
    wrong = []
    for name, node in models.items():
        key = tuple(node["config"]["meta"].get("primary_key", []))
        if (node["unique_id"], key) not in tested:
            wrong.append(f"{name}: no unique_combination test on meta.primary_key {key}")
        if layer(node) != "marts":
            continue
        if not node["contract"]["enforced"]:
            wrong.append(f"{name}: contract not enforced")
        if "owner" not in node["config"]["meta"] or "usage_warnings" not in node["config"]["meta"]:
            wrong.append(f"{name}: no owner or usage_warnings in meta")
        if not node["patch_path"].endswith(f"/{name}.yml"):
            wrong.append(f"{name}: its yml is {node['patch_path']}, not one of its own")
    assert wrong == []


def test_yml_equals_sql(models: dict[str, dict], columns_in_file: dict) -> None:
    """Columns of a mart's yml, in order and with types, are the columns of the table."""
    for name, node in models.items():
        if layer(node) == "marts":
            declared = {c: d["data_type"].lower() for c, d in node["columns"].items()}
            assert list(declared.items()) == list(columns_in_file["marts", name].items()), name


def test_measures_end_in_a_registered_unit(models: dict[str, dict], columns_in_file: dict) -> None:
    with (ROOT / "seeds" / "reference" / "ref_unit.csv").open(encoding="utf-8", newline="") as file:
        units = {row["unit_code"] for row in csv.DictReader(file)}
    wrong = []
    for name, node in models.items():
        if layer(node) != "marts":
            continue
        columns = columns_in_file["marts", name]
        for column, kind in columns.items():
            if kind not in ("double", "integer", "bigint") or column in (
                "year",
                "quarter",
                "period",
                "sort_order",
                "row_number",
                "emission_rank",
                "longitude",
                "latitude",
                "first_year",
                "last_year",
            ):
                continue
            base = column
            for qualifier in QUALIFIERS:
                base = base.removesuffix(qualifier)
            # only a bare value, quantity or comparison may take its unit from the column beside it
            has_unit_column = "unit_code" in columns and re.search(
                r"(^|_)(value|value_number|quantity)$|^(difference|tolerance)$", base
            )
            ends_in_unit = any(base == u or base.endswith("_" + u) for u in units)
            if not (ends_in_unit or PREFIXED.fullmatch(base) or has_unit_column or name == "dim_unit"):
                wrong.append(f"{name}.{column}")
    assert wrong == []


def test_measures_state_their_unit_in_meta(models: dict[str, dict]) -> None:
    wrong = [
        f"{name}.{column}"
        for name, node in models.items()
        if layer(node) == "marts" and not name.startswith("dim_")
        for column, d in node["columns"].items()
        if d["data_type"] == "double" and "unit" not in d["config"]["meta"]
    ]
    assert wrong == []


def test_code_columns_are_text(models: dict[str, dict], seeds: dict[str, dict], columns_in_file: dict) -> None:
    """An untyped 03707901 would become 3707901: codes, keys, references and printed text are varchar wherever they stand."""
    wrong = [
        f"{node['name']}.{column} is {kind}"
        for node in (models | seeds).values()
        for column, kind in columns_in_file[node["schema"], node["name"]].items()
        if CODES.search(column) and kind != "varchar"
    ]
    assert wrong == []


def test_every_seed_column_is_typed(seeds: dict[str, dict], columns_in_file: dict) -> None:
    """Each seed column has a declared type, the declaration is what dbt loads, and the file agrees."""
    for name, node in seeds.items():
        declared = {c: d["data_type"] for c, d in node["columns"].items()}
        assert declared == node["config"]["column_types"], name
        assert declared == columns_in_file["seeds", name], name


def test_facts_lead_back_to_their_source(models: dict[str, dict], built: Built) -> None:
    """Every fact and indicator row carries its release, and the printed cell or the row of the file; sums carry their releases."""
    summed = {
        "fct_company_emissions",
        "ind_company_climate",
        "ind_company_energy_efficiency",
        "ind_company_target_2030",
    }
    with duckdb.connect(str(built.db), read_only=True) as connection:

        def column(sql: str) -> set:
            return {r[0] for r in connection.execute(sql).fetchall()}

        rows_of_book = column("select distinct table_ref || '|' || row_label from staging.stg_energy_audit__cell")
        cells = column(
            "select cell_ref from staging.stg_energy_audit__cell"
            " union all select cell_ref from staging.stg_sector_plan__cell"
        )
        releases = column("select source_release_key from marts.dim_source_release")
        for name, node in models.items():
            if layer(node) != "marts" or not name.startswith(("fct_", "ind_")):
                continue
            keys = column(f"select distinct source_release_key from marts.{name}")
            assert {part for key in keys for part in key.split(" ")} <= releases, name
            if name == "ind_national_energy":
                references = column(f"select distinct cell_ref from marts.{name}")
                assert all(set(ref.split("; ")) <= rows_of_book for ref in references)
            elif "cell_ref" in node["columns"]:
                assert column(f"select distinct cell_ref from marts.{name}") <= cells, name
            else:
                assert "row_number" in node["columns"] or name in summed, name


def test_files_stay_small() -> None:
    limits = {".sql": 120, ".yml": 300, ".py": 400}
    wrong = [
        f"{path.relative_to(ROOT)}: {n} lines"
        for folder in ("models", "macros", "seeds", "tests", "orchestration")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in limits and (n := len(path.read_text(encoding="utf-8").splitlines())) > limits[path.suffix]
    ]
    assert wrong == []
