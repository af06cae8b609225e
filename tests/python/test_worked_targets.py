"""National lines, budgets and renewable demand, worked out beside the seeds they rest on.

Belongs here: numbers of targets on the embedded default. Does not: the rules one by one (dbt unit
tests, tests/singular/targets).
"""

from datetime import date

import duckdb
import pytest

from conftest import Built


@pytest.fixture(scope="module")
def warehouse(built: Built):
    with duckdb.connect(str(built.db), read_only=True) as connection:
        yield connection


def test_the_national_line_runs_through_its_targets(warehouse) -> None:
    """269,153 kt in 2005, 28 % below in 2030: 193,790.16 kt; 2024 is 39.5 Mt above the line."""
    found = dict(
        warehouse.execute(
            "select year, path_from_base_tco2e from marts.national_target_tracking"
            " where year in (2005, 2015, 2030, 2050)"
        ).fetchall()
    )
    assert found[2005] == 269_153_000
    assert found[2030] == pytest.approx(269_153_000 * 0.72)
    assert found[2015] == pytest.approx(269_153_000 * (1 - 0.28 * 10 / 25))
    assert found[2050] == 0
    (gap,) = warehouse.execute(
        "select gap_tco2e from marts.national_target_tracking where year = 2024"
    ).fetchone()
    assert gap == pytest.approx(251_404_000 - 269_153_000 * (1 - 0.28 * 19 / 25), abs=1)


def test_the_range_of_a_target(warehouse) -> None:
    """28 +-2 %: printed 198.98 to 188.23 Mt on 268.89; on this inventory 199.17 to 188.41."""
    assert warehouse.execute(
        "select round(target_upper_tco2e / 1e6, 2), round(target_lower_tco2e / 1e6, 2)"
        " from marts.fct_national_target where target_key = 'ndc_2024:2030'"
    ).fetchone() == (199.17, 188.41)


def test_pledges_as_the_briefing_prints_them(warehouse) -> None:
    """151/198 countries; 1,022/1,992 companies are 51.3 %."""
    found = dict(
        warehouse.execute(
            "select pledge_key, printed_text || ' ' || round(pledged_ratio, 3)"
            " from marts.fct_net_zero_pledge where total_count is not null"
        ).fetchall()
    )
    assert found["nzt:countries"] == "151/198 0.763"
    assert found["nzt:companies"] == "1,022/1,992 0.513"
    assert warehouse.execute(
        "select list(printed_text order by row_number), list(distinct flags), min(as_of)"
        " from marts.fct_net_zero_pledge where share_pct is not null"
    ).fetchone() == (["88%", "92%", "89%"], ["label_order_unclear"], date(2023, 12, 5))
    # the newsletter says February 2025, the briefing nothing: no day is invented
    assert warehouse.execute(
        "select count(*) from marts.fct_net_zero_pledge where as_of is null"
    ).fetchone() == (7,)


def test_sectors_add_to_the_printed_total(warehouse) -> None:
    """Seventy-two printed totals of the two methods, each within the rounding of six kilotonnes."""
    assert warehouse.execute(
        "select count(*), count(*) filter (verdict = 'mismatch') from marts.dq_reconciliation"
        " where check_code = 'co2_sectors_and_total'"
    ).fetchone() == (72, 0)


def test_renewable_demand_of_a_company(warehouse) -> None:
    """台積電: 21,944 GWh, 14.1 % in 2024, 60 % by 2030: 37.05 % in 2027. SBTi: 92 % in 2028.

    Of scope 2 (1 - 0.141) x 0.474 x (1 - 0.168) / 0.406 stays in 2028.
    """
    found = {
        (option, year): share
        for option, year, share in warehouse.execute(
            "select option_code, year, renewable_share_pct"
            " from marts.renewable_demand_projection where tax_id = '22099131'"
        ).fetchall()
    }
    assert found["own_target", 2027] == pytest.approx(14.1 + (60 - 14.1) * 3 / 6)
    assert found["own_target", 2035] == 60
    assert found["sbti_renewable_option", 2028] == pytest.approx(92)
    assert found["sbti_renewable_option", 2031] == 100
    assert found["scope2_contraction", 2028] == pytest.approx(
        100 * (1 - (1 - 0.141) * 0.474 * (1 - 0.042 * 4) / 0.406), abs=1e-4
    )
    assert found["scope2_contraction", 2024] == pytest.approx(14.1)
    kwh, solar = warehouse.execute(
        "select renewable_kwh, solar_equivalent_mw from marts.renewable_demand_projection"
        " where tax_id = '22099131' and year = 2030 and option_code = 'own_target'"
    ).fetchone()
    assert kwh == pytest.approx(21_944_000_000 * 0.6)
    assert solar == pytest.approx(21_944_000_000 * 0.6 / 1250 / 1000)


def test_a_company_without_a_figure_is_counted_not_guessed(warehouse) -> None:
    """The sheet has electricity of 164 of the 287: the others are listed with nulls and a flag,
    and counted in the summary.
    """
    listed, stated = warehouse.execute(
        "select (select count(*) from seeds.open_data_company), count(*)"
        " from seeds.open_data_disclosure_sheet"
        " where field_name = '當年度總用電量' and regexp_matches(value_text, '[0-9]')"
    ).fetchone()
    assert warehouse.execute(
        "select count(distinct tax_id) from marts.renewable_demand_projection"
        " where electricity_kwh is null and flags like '%no_electricity_figure%'"
    ).fetchone() == (listed - stated,)
    assert warehouse.execute(
        "select company_count, company_without_electricity_count"
        " from marts.renewable_demand_summary"
        " where industry_code = 'all_companies' and year = 2030 and option_code = 'own_target'"
    ).fetchone() == (listed, listed - stated)
