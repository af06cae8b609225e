"""Tests of the tests: a candidate is spoiled by hand, and the dbt test that watches the spot must fail and say where.

Belongs here: the failure paths of tests/generic and tests/singular on built models. Does not: broken seeds (test_bad_input).
"""

import json
import subprocess
from pathlib import Path

import duckdb
import pytest

from conftest import Built
from orchestration import dbt
from orchestration.settings import ROOT

# what is done to the candidate, and the sentence the test must print
SPOILED = {
    "update marts.ind_industry_energy set electricity_share_pct = 101 where industry_code = 'paper' and year = 2021": (
        "ind_industry_energy.electricity_share_pct = 101.0 is outside 0 to 100"
    ),
    "update marts.fct_industry_energy_use set gwp_set = null where industry_code = 'paper' and year = 2012": (
        "fct_industry_energy_use.gwp_set is null in every row of industry_code paper of year 2012"
    ),
    "update marts.fct_industry_power_flow set share_pct = share_pct + 1"
    " where industry_code = 'paper' and year = 2013 and end_use_code = 'other'": (
        "fct_industry_power_flow, industry_code, year = paper, 2013: 9 parts of share_pct add to 101.0,"
        " expected at least 9 parts and a sum of 100 +- 0.45"
    ),
    # eight parts that still add to 100: only the coverage guard sees it
    "delete from marts.fct_industry_power_flow"
    " where industry_code = 'basic_metals' and year = 2012 and end_use_code = 'refrigeration'": (
        "fct_industry_power_flow, industry_code, year = basic_metals, 2012: 8 parts of share_pct add to 100.0,"
        " expected at least 9 parts and a sum of 100 +- 0.45"
    ),
    "update marts.ind_national_energy set energy_gj = energy_gj * 1.03 where year = 2015": (
        "ind_national_energy.energy_gj, year 2015: 3338188812.36, control ctl_national_energy 3204460000.0 +- 2.0 %"
    ),
    "insert into marts.dim_fuel from marts.dim_fuel where fuel_code = 'lpg'": (
        "dim_fuel: fuel_code = lpg occurs 2 times; it must be unique"
    ),
    "update marts.fct_industry_saving set industry_code = 'papier' where industry_code = 'paper' and year = 2014": (
        'fct_industry_saving, column "industry_code": "papier" is not in dim_industry.industry_code; valid are all_users,'
    ),
    "update marts.ind_national_energy set growth_pct_gdp = 1.61 where year = 2009": (
        "ind_national_energy, 2009: growth or productivity does not follow from the levels"
    ),
    "delete from staging.stg_energy_audit__cell where cell_ref = '3.9-4|2016|節能率 ¹'": (
        "table 3.9-4 stages 59 cells, but prints 10 rows of 6 columns"
    ),
    "update seeds.fac_heating_value set gj_per_unit = 0.033 where factor_key = 'moenv_6.0.4:natural_gas:m3'": (
        "fac_heating_value.csv: moenv_6.0.4:natural_gas:m3: 8000.0 kcal is not 0.033 GJ"
    ),
    "update seeds.fac_emission_factor set kg_per_unit = 1.9 where factor_key = 'moenv_6.0.4:stationary:diesel:co2'": (
        "fac_emission_factor.csv: moenv_6.0.4:stationary:diesel:co2: 1.9 kg per l is not 2.606"
    ),
    "update marts.dq_reconciliation set explanation_code = null where explanation_code = 'header_denominator'": (
        "ref_explanation.csv: header_denominator explains nothing"
    ),
    "delete from intermediate.int_energy_audit__join_saving where year = 2012 and fuel_code = 'lpg'": (
        "int_energy_audit__join_saving has 392 rows, expected 400"
    ),
    "delete from marts.cbam_exposure where input_code = 'example' and row_number = 3": (
        "seeds/own_plant/example_cbam_goods.csv, row 3: no problem was found, but cbam_exposure has no row of it"
    ),
    "update marts.inventory_summary set co2_tco2e = co2_tco2e + 1 where year = 2023 and category_code = 'mobile_combustion'": (
        "example example_co 2023 scope1: lines add to 214.5"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def after_spoiling(built: Built, tmp_path_factory: pytest.TempPathFactory) -> str:
    settings = built.copy_to(tmp_path_factory.mktemp("spoiled"))
    with duckdb.connect(str(settings.build_db)) as connection:
        for statement in SPOILED:
            (changed,) = connection.execute(statement).fetchone()
            assert changed, statement
    done = subprocess.run(
        [dbt.EXECUTABLE, "--no-use-colors", "test", "--select", "test_type:data"],
        cwd=ROOT,
        env=settings.environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout[-3000:]
    results = json.loads(Path(settings.run_results).read_text(encoding="utf-8"))["results"]
    assert not [r["message"] for r in results if r["status"] == "error"]
    return done.stdout


@pytest.mark.parametrize("statement", SPOILED)
def test_the_test_that_watches_fails_and_says_where(after_spoiling: str, statement: str) -> None:
    assert SPOILED[statement] in after_spoiling, after_spoiling[-6000:]
