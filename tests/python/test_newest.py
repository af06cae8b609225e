"""NETZERO_DATA=newest: the embedded figures are one vintage among those that were landed.

Belongs here: which rows are read when both are there, and that none counts twice or is lost. Does
not: how a vintage is chosen (unit tests), how a file is read (test_landing*).
"""

import csv
import re
from pathlib import Path

import duckdb
import pytest
import yaml

from conftest import Built
from landing_case import Case
from orchestration.landing.contract import load_all
from orchestration.settings import ROOT, Settings
from project_copy import copy_candidate, run_dbt

STAGING = ("path:models/staging",)
# what rests on plants, lists and the inventory, and the account of every row
ACCOUNT = (
    *STAGING,
    "path:models/intermediate/releases",
    "path:models/intermediate/emissions",
    "path:models/intermediate/quality",
    *("fct_facility_emissions", "dq_row_conservation", "dq_exclusion", "dq_revisions"),
    "every_record_is_accounted_for",
)
REGISTRY = "moenv_ghg_registry/plant_emissions_roc104_114.csv"
INVENTORY = "moenv_ghg_p_02/ghg_p_02_2024-08-16.csv"
POINTS = "plant_coordinates/plant_coords_2026-07-20.csv"  # the vintage of the embedded ones
LIST = "green_initiatives/initiatives_2026-10.csv"


def run(settings: Settings, *select: str, data: str, landed: Path, **variables: str) -> None:
    given = ("--vars", yaml.safe_dump(variables, default_flow_style=True)) if variables else ()
    done = run_dbt(
        settings, "build", "--indirect-selection", "empty", "--select", *select, *given,
        "--exclude-resource-type", "unit_test", "seed", NETZERO_DATA=data,
        NETZERO_LANDED=str(landed),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]


def query(settings: Settings, sql: str) -> list[tuple]:
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def staged(settings: Settings) -> dict[str, tuple]:
    """Rows and a hash of every staged relation."""
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'staging'"
        ).fetchall()
        return {
            name: connection.execute(
                "select count(*), bit_xor(md5_number_lower(to_json(t)::varchar))"
                f" from staging.{name} as t"
            ).fetchone()
            for (name,) in names
        }


def embedded(seed: str) -> list[dict[str, str]]:
    (path,) = (ROOT / "seeds").glob(f"*/{seed}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_embedded_dataset_is_declared() -> None:
    """One that is missing in `embedded_seeds` would be staged, but in no list of releases."""
    text = (ROOT / "macros" / "releases" / "embedded.sql").read_text(encoding="utf-8")
    declared = dict(re.findall(r"'(\w+)': '(open_data_\w+)'", text))
    seeds = {path.stem for path in (ROOT / "seeds").glob("*/open_data_*.csv")}
    assert set(declared.values()) == seeds
    assert set(declared) - {contract.dataset for contract in load_all()} == {"company_panel"}


def test_nothing_landed_is_the_embedded_default(built: Built, tmp_path: Path) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    before = staged(settings)
    run(settings, *STAGING, data="newest", landed=tmp_path / "nothing")
    assert staged(settings) == before


def test_everything_landed_leaves_what_is_newer(
    landed_folder: Path, built: Built, tmp_path: Path
) -> None:
    """Of the real files all but one have the vintage of the embedded figures, or no such figures;
    the embedded inventory is of 2026 and the landed one of 2024, so both are read."""
    settings = copy_candidate(built.settings, tmp_path)
    landed = landed_folder / "landed"
    run(settings, *STAGING, data="landed", landed=landed)
    without = staged(settings)
    run(settings, *STAGING, data="newest", landed=landed)
    beside = staged(settings)
    changed = {name for name in without if without[name] != beside[name]}
    assert changed == {"stg_landing__file", "stg_moenv__ghg_p_02"}
    assert query(
        settings,
        "select source_release_key from staging.stg_moenv__ghg_p_02 group by all"
        " having count(*) = 20",
    ) == [("moenv_ghg_p_02_2026",)]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A newer registry and list, an older inventory, points of the embedded vintage."""
    case = Case(tmp_path_factory.mktemp("newest"))
    tonnes = "直接排放量(公噸CO2e),能源間接排放量(公噸CO2e),合計排放量(公噸CO2e)"
    header = f"年度,管制編號,事業名稱,事業統編,{tonnes},縣市別,行業分類\n"
    plant = embedded("open_data_ghg_registry")[0]
    county, industry = plant["county_name"], plant["industry_name"]
    rows = [
        f"{year},{no},{plant['facility_name']},{plant['tax_id']},5,2,7,{county},{industry}\n"
        for no, years in ((plant["control_no"], range(104, 115)), ("X9000001", range(114, 115)))
        for year in years
    ]
    case.put(REGISTRY, header + "".join(rows))
    gases = "co2,ch4,n2o,hfcs,pfcs,sf6,nf3,total_ghg_emission,co2_absorption,net_ghg_emission"
    years = "".join(f"{year},10,0,0,0,0,0,0,10,-1,9\n" for year in range(1990, 2007))
    case.put(INVENTORY, f"year,{gases}\n{years}")
    case.put(
        POINTS,
        "管制編號,事業名稱,縣市,wgs84經度,wgs84緯度,座標來源,備註\n"
        f"{plant['control_no']},甲,{county},120.1,23.5,手繪,\n",
    )
    stays = embedded("open_data_initiative")[0]["company_name"]
    names = "company_name,sbti_status,re100,ev100,sec_ep100_unverified_order\n"
    case.put(LIST, f"{names}{stays},X,TRUE,FALSE,FALSE\n新公司,X,FALSE,FALSE,FALSE\n")
    case.land()
    return case


def test_each_row_counts_once_and_none_is_lost(case: Case, built: Built, tmp_path: Path) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    before = staged(settings)
    run(settings, *ACCOUNT, data="newest", landed=case.landed)
    after = staged(settings)
    assert {name for name in before if before[name] != after[name]} == {
        "stg_landing__accepted",
        "stg_landing__file",
        "stg_landing__repair",
        "stg_moenv__ghg_p_02",
        "stg_moenv__ghg_registry",
        "stg_moenv__plant_coordinates",
        "stg_trade__initiative",
    }
    assert query(
        settings, "select count(*), sum(cast(is_conserved as int)) from marts.dq_row_conservation"
    ) == [(26, 26)]  # the 23 of the default, less one that was replaced, and four files

    # newer: one plant restated in ten years and one year more, another plant appears
    no = embedded("open_data_ghg_registry")[0]["control_no"]
    assert query(
        settings,
        f"select count(*), sum(total_tco2e) from marts.fct_facility_emissions"
        f" where control_no in ('{no}', 'X9000001')",
    ) == [(12, 84.0)]
    others = sum(
        float(row["total_tco2e"])
        for row in embedded("open_data_ghg_registry")
        if row["control_no"] != no
    )
    assert query(settings, "select sum(total_tco2e) - 84 from marts.fct_facility_emissions") == [
        (pytest.approx(others, abs=1),)
    ]
    assert query(
        settings,
        "select count(*) from marts.dq_revisions where measure = 'total_tco2e'"
        f" and entity_key = '{no}' and change_kind = 'restated'",
    ) == [(10,)]

    # older: the embedded edition counts, and its years are not mixed with those of another
    assert query(
        settings,
        "select source_release_key like 'ghg_p_02:%', min(year), max(year)"
        " from intermediate.int_emissions__select_inventory group by 1 order by 2",
    ) == [(False, 2005, 2024)]

    assert query(
        settings,
        "select exclusion_code, count(*) from marts.dq_exclusion"
        " where source_release_key like 'ghg_p_02:%' group by 1 order by 1",
    ) == [("superseded_list", 15), ("superseded_vintage", 2)]

    # a list that is used whole, and a vintage that is the same
    assert query(settings, "select count(*) from intermediate.int_emissions__initiative") == [(2,)]
    assert query(
        settings,
        "select exclusion_code, count(*) from marts.dq_exclusion where dataset = 'initiatives'"
        " group by 1 order by 1",
    ) == [("superseded_list", len(embedded("open_data_initiative")) - 1), ("superseded_vintage", 1)]
    assert query(settings, "select count(*) from staging.stg_moenv__plant_coordinates") == [(1,)]


def test_on_a_day_before_the_embedded_edition(case: Case, built: Built, tmp_path: Path) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    models = (*STAGING, "int_releases__release", "int_emissions__select_inventory")
    run(settings, *models, data="newest", landed=case.landed, as_of_date="2025-01-01")
    assert query(
        settings,
        "select distinct split_part(source_release_key, ':', 1), max(year) over ()"
        " from intermediate.int_emissions__select_inventory",
    ) == [("ghg_p_02", 2006)]
