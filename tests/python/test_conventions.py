"""The rules of the house, checked over dbt's manifest: layers, names, units, contracts.

Belongs here: what every model and seed must look like. Does not: what their numbers are, nor what
their files look like (test_tree).
"""

import csv
import json
import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter

import duckdb
import pytest

from conftest import Built
from orchestration.settings import ROOT

# after its unit a measure's name may say which version of it this is, or that it is its change
QUALIFIERS = ("_reported", "_recomputed", "_since_2015", "_basis", "_change")
PREFIXED = re.compile(
    r"growth_pct_\w+|(old|new)_value|pct_at_2030|rebased_pct_2019|intensity_20\d\d|radar_[1-6]"
    r"|(avg_)?score(_observatory_variant)?|rank"
)
# a place in an order, a point of time or of the map: no measure
ORDINAL = re.compile(
    r"(first_|last_|report_)?year|quarter|period|sort_order|row_number|\w+_no|emission_rank"
    r"|longitude|latitude"
)
PARAMETERS = ("ref_", "fac_", "rule_", "cor_", "ctl_")
CODES = re.compile(r"(_code|_key|_ref|_label|_id|_text|_zh|_en|vintage)$|^(control|field)_no$")


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
            "select table_schema, table_name, column_name, lower(data_type)"
            " from information_schema.columns order by ordinal_position"
        ).fetchall()
    found: dict[tuple[str, str], dict[str, str]] = {}
    for schema, table, column, kind in rows:
        found.setdefault((schema, table), {})[column] = kind
    return found


def layer(node: dict) -> str:
    return node["fqn"][1] if node["resource_type"] == "model" else node["resource_type"]


def room(node: dict) -> str:
    return node["fqn"][2]


def folder(node: dict) -> str:
    return f"{layer(node)}/{room(node)}"


def primary_key(node: dict) -> list[str]:
    """The key of a table by its constraint, of a view or seed by meta."""
    for constraint in node.get("constraints", []):
        if constraint["type"] == "primary_key":
            return constraint["columns"]
    return node["config"]["meta"].get("primary_key", [])


def test_layers_flow_one_way(manifest: dict) -> None:
    """Sources and seeds, staging, intermediate, core, other marts; marts never read staging."""
    wrong = []
    for node in manifest["nodes"].values():
        if node["resource_type"] != "model":
            continue
        here = layer(node)
        for key in node["depends_on"]["nodes"]:
            parent = manifest["nodes"].get(key)
            there = layer(parent) if parent else "source"
            is_parameter = there == "seed" and parent["name"].startswith(PARAMETERS)
            allowed = {
                "staging": there in ("seed", "source"),
                "intermediate": there in ("staging", "intermediate") or is_parameter,
                "marts": there in ("intermediate", "marts") or is_parameter,
            }[here]
            if here == "marts" and room(node) == "core" and there == "marts":
                allowed = room(parent) == "core"
            if not allowed:
                wrong.append(f"{node['name']} ({here}) reads {key}")
    assert wrong == []


def test_no_circle_between_folders(manifest: dict, models: dict[str, dict]) -> None:
    """A folder of models never rests on one that rests on it: each can be understood by itself."""
    reads: dict[str, set[str]] = {}
    for node in models.values():
        parents = (manifest["nodes"].get(key) for key in node["depends_on"]["nodes"])
        folders = {folder(p) for p in parents if p and p["resource_type"] == "model"}
        reads.setdefault(folder(node), set()).update(folders - {folder(node)})
    try:
        tuple(TopologicalSorter(reads).static_order())
    except CycleError as error:
        pytest.fail("folders in a circle: " + " <- ".join(error.args[1]))


def test_core_keeps_what_others_read(manifest: dict, models: dict[str, dict]) -> None:
    """Dimensions, and facts that the marts of several rooms read; all other marts are at home."""
    readers: dict[str, set[str]] = {}
    for node in models.values():
        if layer(node) == "marts":
            for key in node["depends_on"]["nodes"]:
                readers.setdefault(key, set()).add(room(node))
    wrong = []
    for name, node in models.items():
        rooms = readers.get(node["unique_id"], set()) - {room(node)}
        if layer(node) != "marts" or name.startswith("dim_"):
            continue
        if (room(node) == "core") != (len(rooms) > 1):
            wrong.append(f"{name} stands in {room(node)} and is read by {sorted(rooms)}")
    assert wrong == []


def test_few_nodes_say_it_all(manifest: dict) -> None:
    """What a column promises is declared, not tested: every node costs time in every build."""
    kinds = Counter(node["resource_type"] for node in manifest["nodes"].values())
    assert kinds["test"] <= 450, kinds
    assert sum(kinds.values()) + len(manifest["unit_tests"]) <= 1_200, kinds


def test_names_say_the_layer(models: dict[str, dict]) -> None:
    pattern = {
        "staging": r"stg_[a-z0-9]+(_[a-z0-9]+)*__[a-z0-9_]+",
        "intermediate": r"int_[a-z0-9]+(_[a-z0-9]+)*__[a-z0-9_]+",
        "marts": r"(dim|fct|ind|dq)_[a-z0-9_]+|(company|county|industry|national|fund|sbti|sector"
        r"|residential|commercial|renewable|reference|inventory|quick|regulated|saving|storage"
        r"|breaker|cbam)_[a-z0-9_]+",
    }
    assert [n for n, m in models.items() if not re.fullmatch(pattern[layer(m)], n)] == []


def test_everything_is_described(
    models: dict[str, dict], seeds: dict[str, dict], columns_in_file: dict
) -> None:
    """Every model, seed and column of the file is described, and nothing that is not there."""
    wrong = []
    for node in (models | seeds).values():
        if len(node["description"]) < 15:
            wrong.append(f"{node['name']}: no description")
        if layer(node) != "seed" and "**Grain**" not in node["description"]:
            wrong.append(f"{node['name']}: the description does not state the grain")
        described = {c for c, d in node["columns"].items() if d["description"]}
        existing = set(columns_in_file[node["schema"], node["name"]])
        wrong += [f"{node['name']}.{c}: not described" for c in sorted(existing - described)]
        for column in sorted(described - existing):
            wrong.append(f"{node['name']}.{column}: described, but not there")
    assert wrong == []


def test_every_table_has_a_contract_and_a_key(models: dict[str, dict]) -> None:
    """DuckDB refuses a row that breaks the contract; what it cannot refuse, a guard asks."""
    wrong = []
    for name, node in models.items():
        is_table = node["config"]["materialized"] == "table"
        if layer(node) != "staging" and is_table and not node["contract"]["enforced"]:
            wrong.append(f"{name}: contract not enforced")
        if not primary_key(node):
            wrong.append(f"{name}: no primary key")
        for column in set(primary_key(node)) - set(node["columns"]):
            wrong.append(f"{name}: its key {column} is no column")
    assert wrong == []


def test_what_constraints_cannot_say_is_guarded(
    models: dict[str, dict], seeds: dict[str, dict], manifest: dict
) -> None:
    """Seeds and views have no constraints, nor a table whose key may be partly empty."""
    guarded = {
        test["attached_node"]
        for test in manifest["nodes"].values()
        if (test.get("test_metadata") or {}).get("name") == "guard"
    }
    wrong = []
    for node in (models | seeds).values():
        has_key = any(c["type"] == "primary_key" for c in node.get("constraints", []))
        if not has_key and node["unique_id"] not in guarded:
            wrong.append(node["name"])
    assert wrong == []


def test_marts_have_an_owner_and_a_yml_of_their_own(models: dict[str, dict]) -> None:
    wrong = []
    for name, node in models.items():
        if layer(node) != "marts":
            continue
        if not {"owner", "usage_warnings"} <= set(node["config"]["meta"]):
            wrong.append(f"{name}: no owner or usage_warnings in meta")
        if not node["patch_path"].endswith(f"/{name}.yml"):
            wrong.append(f"{name}: its yml is {node['patch_path']}, not one of its own")
    assert wrong == []


def test_yml_equals_sql(models: dict[str, dict], columns_in_file: dict) -> None:
    """Columns of the yml, in order and with types, are the columns of the table."""
    for name, node in models.items():
        if node["contract"]["enforced"]:
            declared = [(c, d["data_type"].lower()) for c, d in node["columns"].items()]
            assert declared == list(columns_in_file[node["schema"], name].items()), name


def test_measures_end_in_a_registered_unit(models: dict[str, dict], columns_in_file: dict) -> None:
    with (ROOT / "seeds" / "reference" / "ref_unit.csv").open(encoding="utf-8", newline="") as file:
        units = {row["unit_code"] for row in csv.DictReader(file)}
    wrong = []
    for name, node in models.items():
        if layer(node) != "marts":
            continue
        columns = columns_in_file["marts", name]
        for column, kind in columns.items():
            if kind not in ("double", "integer", "bigint") or ORDINAL.fullmatch(column):
                continue
            base = column
            for qualifier in QUALIFIERS:
                base = base.removesuffix(qualifier)
            # only a bare value, quantity or comparison may take its unit from the column beside it
            has_unit_column = "unit_code" in columns and re.search(
                r"(^|_)(value|value_number|quantity)$|^(difference|tolerance)$", base
            )
            ends_in_unit = any(base == u or base.endswith("_" + u) for u in units)
            is_other = PREFIXED.fullmatch(base) or name == "dim_unit"
            if not (ends_in_unit or is_other or has_unit_column):
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


def test_code_columns_are_text(
    models: dict[str, dict], seeds: dict[str, dict], columns_in_file: dict
) -> None:
    """03707901 as a number would be 3707901: codes, keys, references and printed text are text."""
    wrong = [
        f"{node['name']}.{column} is {kind}"
        for node in (models | seeds).values()
        for column, kind in columns_in_file[node["schema"], node["name"]].items()
        if CODES.search(column) and not column.startswith("is_") and kind != "varchar"
    ]
    assert wrong == []


def test_seed_types_are_declared_once(seeds: dict[str, dict], columns_in_file: dict) -> None:
    """The type beside the description is what is loaded, and stands nowhere else."""
    for name, node in seeds.items():
        declared = {c: d["data_type"] for c, d in node["columns"].items()}
        assert declared == columns_in_file["seeds", name], name
        assert not node["config"]["column_types"], name


def test_facts_lead_back_to_their_source(models: dict[str, dict], built: Built) -> None:
    """Every row of a fact or indicator rests, step by step, on a row, cell or page of a release.

    And fct_trace names only rows that are published: those it explains, and those it points to.
    """
    marts = {n: primary_key(m) for n, m in models.items() if layer(m) == "marts"}
    keys = " union all ".join(
        f"select '{name}' as mart, concat_ws('/', {', '.join(key)}) as row_key from marts.{name}"
        for name, key in marts.items()
        if name != "fct_trace"
    )
    walk = f"""
        with recursive published as ({keys}),

        ended as (
            select trace.mart, trace.row_key
            from marts.fct_trace as trace
            inner join marts.dim_source_release as release using (source_release_key)
            where coalesce(trace.cell_ref, trace.row_number::varchar) is not null
            union
            select trace.mart, trace.row_key
            from marts.fct_trace as trace
            inner join ended
                on ended.mart = trace.parent_mart and ended.row_key = trace.parent_row_key
        )

        select 'rests on nothing', mart, row_key from published
        where regexp_matches(mart, '^(fct|ind)_') and (mart, row_key) not in (from ended)
        union all
        select 'is traced, but not published', mart, row_key from marts.fct_trace
        where (mart, row_key) not in (from published)
        union all
        select 'rests on a row that is not published', mart, row_key from marts.fct_trace
        where parent_mart is not null and (parent_mart, parent_row_key) not in (from published)
        union all
        select distinct 'is of a column that is not there', mart, column_name from marts.fct_trace
        where column_name is not null and (mart, column_name) not in (
            select table_name, column_name from information_schema.columns
            where table_schema = 'marts'
        )
        limit 20
    """
    with duckdb.connect(str(built.db), read_only=True) as connection:
        assert connection.execute(walk).fetchall() == []
