"""Landed files as dbt sources: they say what the contracts say, and lineage reaches them.

Belongs here: models/sources. Does not: what a contract may say (test_landing_rules).
"""

import json
from pathlib import Path

import duckdb
import pytest
import yaml

from conftest import Built
from orchestration.landing import sources, store
from orchestration.landing.contract import Contract, load_all

CONTRACTS = load_all()
NO_FACTS = {"file": dict.fromkeys(name for name, _ in store.PROVENANCE)}


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.dataset)
def test_a_source_says_what_its_contract_says(contract: Contract) -> None:
    written = (sources.FOLDER / f"{contract.dataset}.yml").read_text(encoding="utf-8")
    assert written == sources.text_of(contract), "run: python -m orchestration.landing.sources"
    (table,) = yaml.safe_load(written)["sources"][0]["tables"]
    meta = table["config"]["meta"]
    assert contract.title in table["description"]
    assert (meta["publisher"], meta["licence"]) == (contract.publisher, contract.licence)
    described = {column["name"]: column["description"] for column in table["columns"]}
    for era in contract.eras:
        for header, columns in era.map.items():
            # a header in Chinese is how a reader of the file looks for the column
            assert header.isascii() or all(header in described[name] for name in columns)


def test_sources_have_the_columns_of_the_parquet_files(tmp_path: Path) -> None:
    for contract in CONTRACTS:
        rows = {name: [] for name in ("row_number", *contract.columns)}
        path = tmp_path / f"{contract.dataset}.parquet"
        path.write_bytes(store.rows_as_parquet(contract, rows, NO_FACTS))
        with duckdb.connect() as connection:
            found = connection.sql(f"describe select * from '{path}'").fetchall()
        declared = _columns(sources.FOLDER / f"{contract.dataset}.yml")[contract.dataset]
        assert declared == {name: kind.lower() for name, kind, *_ in found}, contract.dataset


def test_the_lists_have_the_columns_that_are_written(tmp_path: Path) -> None:
    store.rebuild_lists(tmp_path)
    declared = _columns(sources.FOLDER / "_lists.yml")
    assert {path.stem for path in tmp_path.glob("*.parquet")} == set(declared)
    with duckdb.connect() as connection:
        for name, columns in declared.items():
            found = connection.sql(f"describe select * from '{tmp_path / name}.parquet'").fetchall()
            assert columns == {column: kind.lower() for column, kind, *_ in found}, name


def test_every_contract_is_a_source_and_lineage_reaches_it(built: Built) -> None:
    manifest = json.loads((built.target_dir / "manifest.json").read_text(encoding="utf-8"))
    of_source = {node["name"]: key for key, node in manifest["sources"].items()}
    assert {contract.dataset for contract in CONTRACTS} <= set(of_source)
    above, todo = set(), ["model.netzero_tw.fct_facility_emissions"]
    while todo:
        key = todo.pop()
        above.add(key)
        todo += manifest["parent_map"].get(key, [])
    assert {of_source["ghg_registry"], of_source["ghg_p_01"]} <= above
    own = {of_source[contract.dataset] for contract in CONTRACTS if contract.own}
    assert all(manifest["child_map"][key] for key in own)


def _columns(path: Path) -> dict[str, dict[str, str]]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    tables = [table for source in raw["sources"] for table in source["tables"]]
    return {t["name"]: {c["name"]: c["data_type"] for c in t["columns"]} for t in tables}
