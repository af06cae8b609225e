"""Files of one's own: what a plant states about itself, from the file to the marts and messages.

Belongs here: landing own files, templates, the ten mistakes, what a build says about them. Does
not: the arithmetic (dbt unit tests), every refusal word by word (test_own_rows).
"""

import csv
import io
import shutil
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from conftest import Built, run_cli
from landing_case import Case
from orchestration import landing
from orchestration.errors import LandingRefused
from orchestration.landing import contract as contracts
from orchestration.settings import ROOT
from project_copy import copy_parsed, copy_project

TEMPLATES = ROOT / "docs" / "templates"
OWN_SEEDS = ROOT / "seeds" / "own_plant"
OWN = {c.dataset: c for c in contracts.load_all() if c.own}
HEADER = ",".join(OWN["activity_data"].eras[0].map)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def activity(quantity: str = "1000000") -> str:
    row = f"me,plant,2024,2,purchased_electricity,grid,electricity,{quantity},kWh,,,,,,,,,"
    return f"{HEADER}\n{row}\n"


def test_every_column_has_a_rule_and_its_chinese_name() -> None:
    """The models read the columns of the contracts, and call each as its Chinese header does."""
    with (OWN_SEEDS / "rule_own_cell.csv").open(encoding="utf-8", newline="") as file:
        rules = list(csv.DictReader(file))
    named: dict[str, dict[str, str]] = {dataset: {} for dataset in OWN}
    for rule in rules:
        named[rule["dataset_code"]][rule["column_code"]] = rule["name_zh"]
    for dataset, contract in OWN.items():
        english, chinese = contract.eras
        assert named[dataset] == dict(zip(english.map, chinese.map, strict=True)), dataset


def test_an_example_has_the_columns_of_its_contract() -> None:
    for dataset, contract in OWN.items():
        if dataset.startswith("portfolio"):
            continue  # the examples also say where they come from
        with (OWN_SEEDS / f"example_{dataset}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [*contract.columns, "source_release_key"], dataset


def test_a_corrected_file_replaces_the_one_before(case: Case):
    case.put("activity_data_2024.csv", activity("1"))
    case.land()
    case.put("activity_data_2024.csv", activity("2"))
    case.put("other/activity_data_2024.csv", activity("3"))
    case.land()
    assert case.query("select quantity from activity_data order by quantity") == [("2",), ("3",)]
    assert case.query("select count(*) from _files") == [(2,)]


def test_one_file_can_be_landed_by_itself(case: Case):
    path = case.put("mine/activity_data_2024.csv", activity())
    case.put("mine/energy_user.csv", "not looked at")
    assert landing.run(path, case.landed, say=lambda _: None) == 0
    assert case.query("select file_name from _files") == [("activity_data_2024.csv",)]
    with pytest.raises(
        LandingRefused,
        match=r"^my_bills.csv belongs to no contract; a file by itself must be named"
        r" activity_data\*, ",
    ):
        landing.run(case.put("my_bills.csv", activity()), case.landed, say=lambda _: None)


def test_own_data_is_dated_by_its_first_landing(case: Case, monkeypatch: pytest.MonkeyPatch):
    """It says no date itself; landing the same bytes on another day changes nothing."""

    class Later(datetime):
        @classmethod
        def now(cls, tz=None) -> datetime:
            return datetime(2031, 1, 1, tzinfo=tz)

    case.put("activity_data.csv", activity())
    case.land()
    before = case.query("select * from _files")
    monkeypatch.setattr(sys.modules["orchestration.landing.run"], "datetime", Later)
    case.land()
    assert case.query("select * from _files") == before
    case.put("activity_data.csv.meta.yml", "vintage_date: 2025-01-31")
    case.land()
    assert case.query("select vintage_date from _files") == [(date(2025, 1, 31),)]


def test_cells_stay_text_and_short_rows_are_whole(case: Case):
    """The models judge what a cell must hold; a row without its last, empty cell is not cut off."""
    case.put("activity_data.csv", f"{HEADER}\nme,plant,,9,x,,nothing,-5,gallon,,,,,,,,\n")
    case.land()
    assert case.query("select year, scope, quantity, note from activity_data") == [
        (None, "9", "-5", None)
    ]
    assert case.quarantine() == []


def test_a_missing_column_is_named(case: Case):
    case.put("activity_data.csv", activity().replace("quantity", "amount"))
    sentence = case.refusal()
    assert 'column "quantity" missing; column "amount" unknown' in sentence
    assert (
        "copy the header of docs/templates/en/activity_data.csv"
        " or docs/templates/zh/activity_data.csv" in sentence
    )
    case.put("activity_data.csv", "a,b,c\n1,2,3\n")
    assert "Please copy the header of docs/templates/en/activity_data.csv or" in case.refusal()


def test_optional_columns_may_be_left_out(case: Case):
    """The bare data, in any order: a needed column that is missing is named, others are not."""
    case.put(
        "activity_data.csv",
        "unit,organisation_id,facility_id,year,scope,category,source,activity_item,quantity\n"
        "kWh,me,p,2024,2,x,g,electricity,5\n",
    )
    case.land()
    assert case.query("select quantity, unit, equipment, note from activity_data") == [
        ("5", "kWh", None, None)
    ]
    case.put(
        "activity_data_2.csv",
        "organisation_id,facility_id,year,scope,category,source,activity_item,quantity\n"
        "me,p,2024,2,x,g,electricity,5\n",
    )
    assert 'activity_data_2.csv: column "unit" missing (found: ' in case.refusal(files_before=1)


def test_the_chinese_header_is_the_same_data(case: Case):
    for dataset, contract in OWN.items():
        english, chinese = contract.eras
        assert list(english.map.values()) == list(chinese.map.values()), dataset
        row = ",".join(f"v{i}" for i in range(len(chinese.map)))
        case.put(f"{dataset}.csv", "\ufeff" + ",".join(chinese.map) + "\r\n" + row + "\r\n")
    case.land()
    for dataset, contract in OWN.items():
        values = case.query(f"select {', '.join(contract.columns)} from {dataset}")
        assert values == [tuple(f"v{i}" for i in range(len(contract.columns)))], dataset


def test_the_layout_of_the_sbti_finance_tool_is_a_portfolio(case: Case):
    """Its columns that nothing here reads may be there, and those it has not may be missing."""
    case.put(
        "portfolio.csv",
        "company_name,company_id,company_isin,weights,investment_value,engagement_target\n"
        "Made up,XX1,XX1,100%,35000000,true\n",
    )
    case.put(
        "targets.csv",
        "company_name,company_id,target_type,intensity_metric,scope,coverage_s1,coverage_s2,"
        "coverage_s3,reduction_ambition,base_year,base_year_ghg_s1,base_year_ghg_s2,"
        "base_year_ghg_s3,start_year,end_year,time_frame,achieved_reduction\n"
        "Made up,XX1,Absolute,,S1+S2,1,1,,0.42,2020,1,1,,2020,2030,mid,0.1\n",
    )
    case.put(
        "companies.csv",
        "company_name,company_id,isic,country,sector,ghg_s1s2,ghg_s3,company_revenue,"
        "company_market_cap,company_enterprise_value,company_total_assets,"
        "company_cash_equivalents,sbti_validated\n"
        "Made up,XX1,C2394,XX,Cement,2,1,5,1,2,3,4,TRUE\n",
    )
    case.land()
    assert case.query("select company_id, investment_value, year from portfolio_holding") == [
        ("XX1", "35000000", None)
    ]
    assert case.query("select target_id, end_year from portfolio_target") == [(None, "2030")]
    assert case.query("select company_cash_equivalents from portfolio_company") == [("4",)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_templates_have_the_headers_of_the_contracts(language: str) -> None:
    for dataset, contract in OWN.items():
        text = (TEMPLATES / language / f"{dataset}.csv").read_text(encoding="utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text))
        assert header == list(contract.eras[language == "zh"].map), dataset
        assert rows, f"{dataset}: a template shows what a row looks like"


# Ten mistakes, one by row; the eleventh row is right and the twelfth has three mistakes at once.
MISTAKES = """\
organisation_id,facility_id,year,scope,category,source,activity_item,quantity,unit,\
own_factor_kgco2e,note
me,plant,2024,1,mobile_combustion,truck,dissel,100,L,,unknown item
me,plant,2024,1,stationary_combustion,boiler,natural gas,100,kWh,,a unit that is not of the item
me,plant,2024,1,stationary_combustion,burner,diesel,-100,L,,below zero
me,plant,,1,stationary_combustion,oven,LPG,100,kg,,no year
me,plant,113,2,purchased_electricity,meter 1,electricity,100,kWh,,a year of the ROC
me,plant,2024,1,purchased_electricity,meter 2,electricity,100,kWh,,a category of another scope
me,plant,2024,2,purchased_electricity,air conditioner,R-410A,1,kg,,an item of another scope
me,plant,2024,2,purchased_heat,steam,purchased steam,100,t,,no published factor
me,plant,2024,1,stationary_combustion,kiln,coal,12 t,t,,a unit in the quantity; coal of which kind?
me,plant,2024,3,1,steel,purchased goods,10,t,2100,a factor without its source
me,plant,2024,2,purchased_electricity,grid,electricity,"1,000,000",kWh,,right
,plant,2024,5,x,y,electricity,1,parsec,,three and more
"""

# What the message about each row must say: the column, what it holds, and what would be valid.
SAID = {
    1: ['column activity_item (活動項目) holds "dissel"', "did you mean diesel?"],
    2: ['column unit (單位) holds "kWh"', "for natural_gas one of", "度 (= m3)"],
    3: ['column quantity (活動量) holds "-100"', "a number of 0 or more"],
    4: ["column year (年度(西元)) is empty", "a year of the AD calendar"],
    5: ['column year (年度(西元)) holds "113"', "looks like a ROC year, write 2024"],
    6: [
        'column category (類別) holds "purchased_electricity"',
        "a category of scope1: stationary_combustion",
    ],
    7: [
        'column category (類別) holds "purchased_electricity"',
        "for r410a one of scope1 (process, fugitive)",
    ],
    8: [
        "column own_factor_kgco2e (自有係數(kgCO2e/單位)) is empty",
        "purchased_steam has no published factor",
    ],
    9: [
        'column activity_item (活動項目) holds "coal"',
        "steam_coal",
        'column quantity (活動量) holds "12 t"',
    ],
    10: ["column own_factor_source (自有係數來源) is empty"],
    12: [
        "column organisation_id (組織代碼) is empty",
        'column scope (範疇) holds "5"',
        'column unit (單位) holds "parsec"',
    ],
}


SEEDS = ROOT / "seeds" / "targets"
PORTFOLIO = {
    "companies.csv": "example_portfolio_companies.csv",
    "targets.csv": "example_portfolio_targets.csv",
    "portfolio.csv": "example_portfolio_holdings.csv",
}


def as_stated(seed: Path) -> str:
    """The made-up portfolio as a user would write it: without the columns about its source."""
    with seed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name not in ("source_release_key", "source")]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def own(built: Built, tmp_path_factory: pytest.TempPathFactory):
    """A build on the embedded default with every Chinese template, the file of ten mistakes and a
    portfolio: its output and its published file."""
    folder = tmp_path_factory.mktemp("own")
    settings = copy_project(folder / "run")
    copy_parsed(built.settings, settings)
    shutil.copytree(TEMPLATES / "zh", folder / "files")
    (folder / "files" / "activity_data_mistakes.csv").write_text(MISTAKES, encoding="utf-8")
    for name, seed in PORTFOLIO.items():
        (folder / "files" / name).write_text(as_stated(SEEDS / seed), encoding="utf-8")
    landing = run_cli(settings, "land", str(folder / "files"))
    assert landing.returncode == 0, landing.stdout
    build = run_cli(settings, "build")
    assert build.returncode == 0, build.stdout[-4000:]
    with duckdb.connect(
        str(settings.publish_dir / "warehouse.duckdb"), read_only=True
    ) as connection:
        connection.execute("set search_path = 'marts'")
        yield build.stdout, connection


def test_ten_mistakes_and_what_they_are_told(own) -> None:
    """A row is told all that is wrong with it, in the warehouse and at the end of the build."""
    output, connection = own
    refused = dict(
        connection.execute(
            "select row_number, reason from dq_quarantine where rule_code = 'DQ32'"
        ).fetchall()
    )
    assert set(refused) == set(SAID)
    for row, words in SAID.items():
        assert refused[row].startswith(f"activity_data_mistakes.csv, row {row}: column "), refused[
            row
        ]
        assert all(word in refused[row] for word in words), refused[row]
        assert f"\n  {refused[row]}" in output
    assert f"\n{len(SAID)} row(s) of your files were not used" in output
    assert (
        "Your inventory, me 2024: scope 1 0.0 + scope 2 474.0 + scope 3 0.0 = 474.0 tCO2e,"
        " incomplete: 11 rows unused" in output
    )
    assert connection.execute(
        "select landed_count, accepted_count, quarantined_count, is_conserved"
        " from dq_row_conservation where dataset = 'activity_data'"
        " order by landed_count desc, quarantined_count"
    ).fetchall() == [(17, 17, 0, True), (12, 1, 11, True)]


def test_the_template_is_an_inventory(own) -> None:
    """Worked by hand, 2024, AR5: gas 190.601779, diesel 27.183605, petrol 4.541358, LPG 4.915632,
    R-410A 10 x 1.9235, R-134a 200 x 8.5 % x 1.3, septic tank 10.71; electricity 474 (six bills) +
    wheeled 94.8 (0 market-based) + steam 90; steel 630 + commuting 27.248148."""
    output, connection = own
    found = connection.execute(
        "select scope_code, round(sum(tco2e), 3), round(sum(market_based_tco2e), 3)"
        " from inventory_summary where source_kind_code = 'own' and organisation_id = '我的公司'"
        " group by scope_code order by scope_code"
    ).fetchall()
    assert found == [
        ("scope1", 279.287, 279.287),
        ("scope2", 658.8, 564.0),
        ("scope3", 657.248, 657.248),
    ]
    assert (
        "Your inventory, 我的公司 2024: scope 1 279.3 + scope 2 658.8 + scope 3 657.2 = 1,595.3 tCO2e,"
        # the last of the mistakes names no organisation: it may be anybody's
        " incomplete: 1 row unused" in output
    )
    assert connection.execute(
        "select activity_item_code from inventory_hotspot where organisation_id = '我的公司'"
        " order by emission_rank limit 3"
    ).fetchall() == [("purchased_goods",), ("grid_electricity",), ("natural_gas",)]


def test_every_own_file_comes_back_as_an_assessment(own) -> None:
    _, connection = own

    def rows(sql: str) -> list[tuple]:
        return connection.execute(sql).fetchall()

    exceeded = (
        "select threshold_code from regulated_user_assessment"
        " where source_kind_code = 'own' and status = 'exceeded'"
    )
    assert rows(f"{exceeded} and organisation_id = '我的公司'") == [("electricity",)]
    # motors from July 2025: 600,000 + 600,000; heat 860e6 kcal / 860 x 10 % = 100,000 kWh from
    # April: 75,000 + 25,000; 2,000 kW x 4 h
    assert rows(
        "select year, electricity_kwh, saved_kwh, heat_counted_kwh, demand_response_kwh,"
        " required_pct, annual_status"
        " from saving_rate_assessment where source_kind_code = 'own' order by year"
    ) == [
        (2025, 98_500_000.0, 683_000.0, 75_000.0, 8_000.0, 1.5, "not_met"),
        (2026, 99_000_000.0, 625_000.0, 25_000.0, 0.0, 1.5, "not_met"),
    ]
    # 601 kWh; 15 kWh of lithium with JIS C 4412 and JIS C 8715-2
    assert rows(
        "select site_id, class_code, is_fire_notice_required from storage_siting_assessment"
        " where source_kind_code = 'own' and reading_code = 'stated' order by place_code"
    ) == [("案場二", "conditional", False), ("案場一", "tier_2", None)]
    # two tests of one breaker, and one whose setting is stated in amperes
    assert rows(
        "select verdict_code, count(*) from breaker_trip_assessment where source_kind_code = 'own'"
        " group by 1"
    ) == [("met", 3)]
    assert rows("select count(*) from cbam_exposure where source_kind_code = 'own'") == [(2,)]
    assert rows(
        "select round(total_tco2e, 3) from quick_estimate where source_kind_code = 'own'"
    ) == [(691.46,)]
    # the published data sets are those of the embedded default, untouched
    assert rows("select count(*) from dim_company")[0][0] >= 30


def test_a_portfolio_of_ones_own_is_scored_like_the_examples(own) -> None:
    _, connection = own
    count, differing = connection.execute(
        """
        select
            count(*),
            count(*) filter (mine.temperature_score is distinct from example.temperature_score)
        from company_temperature_score as example
        left join company_temperature_score as mine
            on mine.source_kind_code = 'portfolio'
            and mine.company_id = example.company_id
            and mine.time_frame_code = example.time_frame_code
            and mine.scope_code = example.scope_code
        where example.source_kind_code = 'example'
        """
    ).fetchone()
    assert count >= 31 * 9
    assert differing == 0
