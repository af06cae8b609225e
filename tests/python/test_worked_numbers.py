"""Numbers worked out by hand or read off the printed page, against the built warehouse.

Belongs here: values of the whole pipeline on the real book. Does not: arithmetic of one model (dbt
unit tests beside it).
"""

import duckdb
import pytest

from conftest import Built


@pytest.fixture(scope="module")
def warehouse(built: Built):
    with duckdb.connect(str(built.db), read_only=True) as connection:
        yield connection


def one(warehouse: duckdb.DuckDBPyConnection, sql: str):
    (row,) = warehouse.execute(sql).fetchall()
    return row[0] if len(row) == 1 else row


def use(warehouse: duckdb.DuckDBPyConnection, columns: str, industry: str, year: int, fuel: str):
    return one(
        warehouse,
        f"select {columns} from marts.fct_industry_energy_use"
        f" where industry_code = '{industry}' and year = {year} and fuel_code = '{fuel}'",
    )


@pytest.mark.parametrize(
    ("industry", "year", "fuel", "quantity", "energy_gj", "tco2e"),
    [
        # 578 億度; 3.6 MJ/kWh; 0.509 kg/kWh
        ("electronics", 2021, "electricity", 57_800_000_000, 208_080_000, 29_420_200),
        # 404 億度 in 2012; 0.529 kg/kWh
        ("electronics", 2012, "electricity", 40_400_000_000, 145_440_000, 21_371_600),
        # 308,120 千立方公尺 x 9,000 kcal x 4.1868 kJ;
        # 56,100 + 28 x 1 + 265 x 0.1 = 56,154.5 kg/TJ
        ("electronics", 2021, "natural_gas", 308_120_000, 11_610_331.344, 651_972.351),
        # 13,923,367 公噸 x 5,950 kcal/kg;
        # 94,600 + 28 x 1 + 265 x 1.5 = 95,025.5 kg/TJ
        ("chemicals", 2021, "steam_coal", 13_923_367, 346_851_400.0, 32_959_727.7),
        # 22,276 公秉 x 9,600 kcal/L;
        # 77,400 + 28 x 3 + 265 x 0.6 = 77,643 kg/TJ
        ("paper", 2021, "fuel_oil", 22_276, 895_345.5, 69_517.31),
        # 3,639 公噸 x 12,000 kcal/kg; 63,100 + 28 x 1 + 265 x 0.1 = 63,154.5 kg/TJ
        ("textiles", 2021, "lpg", 3_639, 182_829.2, 11_546.486),
    ],
)
def test_energy_and_emissions_by_fuel(
    warehouse, industry, year, fuel, quantity, energy_gj, tco2e
) -> None:
    found = use(warehouse, "quantity, energy_gj, tco2e", industry, year, fuel)
    assert found[0] == quantity
    assert found[1] == pytest.approx(energy_gj, rel=1e-6)
    assert found[2] == pytest.approx(tco2e, rel=1e-6)


def test_natural_gas_of_2021_on_either_heating_value(warehouse) -> None:
    """24,164,567 thousand m3: 37.6812 MJ x 56,154.5 kg/TJ, and 1.8808612848 kg (33.4944 MJ)."""
    assert one(
        warehouse,
        "select round(sum(heat_basis_tco2e) / 1e6, 2), round(sum(quantity_basis_tco2e) / 1e6, 2)"
        " from marts.fct_industry_energy_use where year = 2021 and fuel_code = 'natural_gas'",
    ) == (51.13, 45.45)


def test_a_row_leads_back_to_its_cell_and_factors(warehouse) -> None:
    columns = "cell_ref, source_release_key, heating_value_key, emission_factor_key, gwp_set"
    assert use(warehouse, columns, "electronics", 2021, "electricity") == (
        "3.5-1|2021|電力 (億度)",
        "energy_audit_2022",
        "si:electricity:kwh",
        "utility_sales:actual:2021",
        None,
    )


def test_totals_rebuild_where_the_book_can_be_rebuilt(warehouse) -> None:
    """584.6 x 10^4 kLOE x 37.6812 GJ; on average the fit holds to 0.1 % for two industries."""
    assert one(
        warehouse,
        "select reported_total_gj from marts.fct_industry_energy_total"
        " where industry_code = 'electronics' and year = 2021",
    ) == pytest.approx(220_284_295.2, rel=1e-9)
    assert warehouse.execute(
        "select distinct industry_code from marts.fct_industry_energy_total"
        " where is_rebuildable order by 1"
    ).fetchall() == [("electronics",), ("non_metallic_minerals",), ("textiles",)]
    for industry in ("electronics", "non_metallic_minerals"):
        gap = one(
            warehouse,
            "select avg(abs(rebuild_gap_ratio)) from marts.fct_industry_energy_total"
            f" where industry_code = '{industry}'",
        )
        assert gap < 0.0011


def test_no_total_is_mixed_into_industry_facts(warehouse) -> None:
    for mart in (
        "fct_industry_energy_use",
        "fct_industry_energy_total",
        "fct_industry_power_flow",
        "fct_industry_saving",
        "fct_industry_saving_investment",
    ):
        codes = {
            r[0]
            for r in warehouse.execute(
                f"select distinct industry_code from marts.{mart}"
            ).fetchall()
        }
        assert len(codes) == 8 and not codes & {"industrial_total", "all_users"}, mart


def test_electricity_by_end_use(warehouse) -> None:
    """Electronics 2021: 24.6 % of 578 億度 for air conditioning."""
    assert one(
        warehouse,
        "select electricity_kwh from marts.fct_industry_power_flow"
        " where industry_code = 'electronics' and year = 2021"
        " and end_use_code = 'air_conditioning'",
    ) == pytest.approx(14_218_800_000, rel=1e-12)


def test_saving_rates(warehouse) -> None:
    """Non-metallic minerals 2013, LPG: 480 / (480 + 1,447) = 24.9092 %; 480 / 1,447 is 33.2 %."""
    reported, recomputed = one(
        warehouse,
        "select saving_rate_pct_reported, saving_rate_pct_recomputed from marts.fct_industry_saving"
        " where industry_code = 'non_metallic_minerals' and year = 2013 and fuel_code = 'lpg'",
    )
    assert reported == 24.9
    assert recomputed == pytest.approx(24.9092, abs=1e-4)
    # nothing used, nothing saved: no rate, not zero
    assert (
        one(
            warehouse,
            "select saving_rate_pct_recomputed from marts.fct_industry_saving"
            " where industry_code = 'electronics' and year = 2021 and fuel_code = 'steam_coal'",
        )
        is None
    )


def test_average_electricity_saving_rate_since_2015(warehouse) -> None:
    """Electronics 2015-2021: saved 742+664+779+796+765+751+849 = 5,346 GWh,
    used 453+477+500+510+508+546+578 = 3,572 億度."""
    assert one(
        warehouse,
        "select avg_annual_electricity_saving_rate_pct_since_2015 from marts.ind_industry_energy"
        " where industry_code = 'electronics' and year = 2021",
    ) == pytest.approx(100 * 5_346 / (5_346 + 357_200), rel=1e-9)


def test_national_series_are_signed_and_aligned(warehouse) -> None:
    """2009: energy -0.49 %, GDP 13,506,148 million TWD (printed in the row of 2010) and -1.61 %;
    2021 of the late block is not printed."""
    assert one(
        warehouse,
        "select growth_pct_energy, growth_pct_energy_basis, gdp_twd1m, gdp_twd1m_basis,"
        " growth_pct_gdp, growth_pct_gdp_basis"
        " from marts.ind_national_energy where year = 2009",
    ) == (-0.49, "corrected_sign", 13_506_148, "corrected_year", -1.61, "corrected_year_and_sign")
    assert one(
        warehouse,
        "select gdp_twd1m, gdp_twd1m_basis, energy_gj, productivity_twd_per_loe"
        " from marts.ind_national_energy where year = 2021",
    ) == (None, "not_printed", 3_367_192_032, 236.8)
    signs = {
        r[0]
        for r in warehouse.execute(
            "select cell_ref from marts.fct_national_energy"
            " where value_basis like '%sign' and value < 0"
        ).fetchall()
    }
    years = sorted((ref.split("|")[1], ref.split("|")[2].split(" ")[0]) for ref in signs)
    assert years == sorted(
        [(y, "國內能源消費") for y in ("2008", "2009", "2011", "2017", "2019")]
        + [(y, "工業能源消費") for y in ("2009", "2010", "2013", "2015", "2016", "2020")]
        + [("2010", "國內實質生產毛額"), ("2010", "工業實質生產毛額")]
    )


def test_faults_of_the_book_are_found_and_explained(warehouse) -> None:
    """Mismatches by check and explanation, counted by hand from the printed tables."""
    found = {
        tuple(row[:3]): row[3]
        for row in warehouse.execute(
            "select check_code, coalesce(explanation_code, '-'), explanation_basis, count(*)"
            " from marts.dq_reconciliation"
            " where verdict = 'mismatch' and dataset = 'energy_audit_2022' group by all"
        ).fetchall()
    }
    expected = {
        ("growth", "lost_sign", "reproduced"): 12,
        ("growth_from_implied_level", "lost_sign_implied", "reproduced"): 1,
        # 14 rows less the one whose inputs are not printed
        ("share", "year_late", "reproduced"): 13,
        ("share", "year_late", "likely"): 1,
        ("productivity", "year_late", "reproduced"): 26,
        ("productivity", "year_late", "likely"): 2,
        ("intensity", "year_late", "reproduced"): 26,
        ("intensity", "year_late", "likely"): 2,
        ("denominator_of_header", "header_denominator", "reproduced"): 13,
        # tables 3.1 of 2020 and 2021: 24.8 and 29.7 億度 beside 1.7 and 1.9 %
        ("rate_of_quantity_beside_it", "heat_savings_counted", "reproduced"): 2,
        ("rate_of_quantity_beside_it", "electricity_rate_beside_energy", "reproduced"): 1,
        ("table_3_1_and_3_3", "heat_savings_counted", "reproduced"): 1,
        ("table_3_1_and_3_3", "heat_savings_counted", "likely"): 1,
        # four industries above, one below, ten years each
        ("heat_of_fuels_used", "fuels_exceed_total", "likely"): 40,
        ("heat_of_fuels_used", "fuels_short_of_total", "likely"): 10,
    }
    assert {k: found.get(k) for k in expected} == expected
    weights = {k: n for k, n in found.items() if k[0] == "weighted_mean"}
    assert {k[1] for k in weights} == {"energy_sector_weight"}


def test_what_cannot_be_explained_is_published_as_such(warehouse) -> None:
    found = {
        r[0]: (r[1], r[2])
        for r in warehouse.execute(
            "select table_ref || ' ' || split_part(cell_ref, '|', 2) || ' ' || check_code,"
            " reported_value, round(recomputed_value, 3)"
            " from marts.dq_reconciliation"
            " where explanation_basis = 'none' and dataset = 'energy_audit_2022'"
        ).fetchall()
    }
    assert found == {
        # 13,280 + 7 + 3,921 + 6,582 + 6,999 + 1,264 + 10,592
        "3.3 2014 total_of_industries": (42744, 42645),
        # a count has no rounding: 833 + 588 + 276 + 164 + 238 + 63 + 1,133 + 50
        "3.1 2015 total_of_industries": (3346, 3345),
        "2.3-1 全部總計 heat_of_fuels_saved": (57.3, 57.227),
        "2.3-1 工業部門總計 heat_of_fuels_saved": (28.5, 28.431),
        "2.3-1 能源部門 ¹ heat_of_fuels_saved": (28.9, 28.806),
        "3.9-1 2017 heat_of_fuels_used": (115.0, 115.562),
        "3.9-1 2019 heat_of_fuels_used": (107.4, 108.079),
        "3.9-1 2020 heat_of_fuels_used": (89.2, 90.172),
        "3.8-4 2013 saving_rate": (1.1, 1.039),
        "3.12-4 2018 saving_rate": (4.8, 4.704),
    }


def test_every_derived_figure_is_checked(warehouse) -> None:
    """Each printed cell that derives from others has a check; levels have none to derive from."""
    unchecked = warehouse.execute(
        """
        select distinct c.table_ref, c.column_code
        from staging.stg_energy_audit__cell as c
        where not exists (select 1 from marts.dq_reconciliation as d where d.cell_ref = c.cell_ref)
            and (
                c.column_code like '%growth%' or c.column_code like '%share%'
                or c.column_code like '%productivity' or c.column_code like '%intensity'
                or c.industry_code in ('all_users', 'industrial_total')
                or c.layout_code in ('3.x-4', '2.3-2')
            )
        """
    ).fetchall()
    allowed = {
        # growth of the first row needs a year before it
        ("1.1", "gdp_growth"),
        ("1.1", "industrial_energy_growth"),
        ("1.1", "industrial_gdp_growth"),
        # needs the energy of all manufacturing, which the book does not print
        ("3.1", "manufacturing_share"),
    }  # fmt: skip
    zero = {("3.5-4", "steam_coal")}  # nothing used, nothing saved: no rate
    detail = {r for r in unchecked if r not in allowed | zero}
    # chapter 2 is the finer print that chapter 3 is checked against
    assert {r for r in detail if r[0] not in ("2.3-1", "2.3-2", "2.1", "2.2")} == set()
