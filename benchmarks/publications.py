"""Rows and pages as publishers print them, filled with embedded and with made-up figures.

Belongs here: the form of one row, table or workbook, and figures that are the same on every
machine. Does not: what changes when (publishers.py). Names and sizes are those of the embedded
figures, so that a release can be built of them.
"""

import csv
import io
import zlib
from datetime import date
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from orchestration.landing.contract import Era, load_all
from orchestration.landing.ids import is_isin

ROOT = Path(__file__).resolve().parent.parent
ROC = 1911
Row = dict[str, str]


@cache
def embedded(seed: str) -> tuple[Row, ...]:
    """The rows of a seed open_data_<seed>."""
    (path,) = (ROOT / "seeds").glob(f"*/open_data_{seed}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def steady(text: str, most: int) -> int:
    """A number below `most` that is the same for a text on every machine."""
    return zlib.crc32(text.encode()) % most


def roc_day(day: date) -> str:
    return f"{day.year - ROC}{day:%m%d}"


@cache
def layout_of(dataset: str, name: str) -> Era:
    """A layout of a landing contract."""
    contract = next(each for each in load_all() if each.dataset == dataset)
    (layout,) = (era for era in contract.eras if era.name == name)
    return layout


def as_printed(dataset: str, era: str, values: Row) -> Row:
    """Our columns under the publisher's names in a layout; a column without a value is empty."""
    layout = layout_of(dataset, era)
    printed = {name: values.get(columns[0], "") for name, columns in layout.map.items()}
    return printed | dict.fromkeys((*layout.ignored, *layout.dropped), "")


def earned(code: str, year: int, month: int) -> int:
    """Revenue of a company and month in thousand TWD."""
    size = 20_000 + steady(code, 400_000)
    return int(size * (1 + 0.03 * (year - 2020)) * (0.9 + (month * 37 + size) % 20 / 100))


def fund_tables(fund: str, held: list[Row], year: int, quarter: int) -> str:
    """The title and the table of one fund."""
    title = f"<tr><td>{year - ROC}年第{quarter}季</td><td>{fund}</td><td>A00005</td></tr>"
    header = "".join(
        f"<th>{name}</th>"
        for name in ("股票種類", "股票代號", "股票名稱", "持股比率", "產業類別", "持股比率")
    )
    rows = []
    for row in held:
        weight = f"{float(row['weight_pct']) * (1 - quarter / 100):.2f}%"
        cells = ("上市", row["security_code"], row["security_name"], weight, "業", weight)
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return (
        f"<table class='noBorder'>{title}</table>"
        f"<table class='hasBorder'><tr>{header}</tr>{''.join(rows)}</table>"
    )


@cache
def isin(n: int) -> str:
    """The nth made-up ISIN, with its check digit."""
    return next(text for text in (f"TW{n:09}{digit}" for digit in range(10)) if is_isin(text))


def lei(n: int) -> str:
    """The nth made-up LEI, with its check digits."""
    return f"{n:018}{98 - n * 100 % 97:02}"


def workbook(count: int) -> bytes:
    """The dashboard with so many companies."""
    layout = layout_of("sbti_companies", "2026-05")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(list(layout.map))
    for n in range(count):
        values = {
            "sbti_id": f"4000{n:04}", "company_name": f"Test Company {n}",
            "isin": isin(n) if n % 2 else "",
            "lei": lei(n), "location": "Taiwan, Province of China" if n % 20 == 0 else "Japan",
            "region": "Asia" if n % 3 else "Europe", "sector": "Chemicals" if n % 2 else "Retail",
            "near_term_status": "Targets set" if n % 3 else "Committed",
            "near_term_target_classification": "1.5°C" if n % 4 else "Well-below 2°C",
            "near_term_target_year": str(2028 + n % 5), "net_zero_year": str(2040 + n % 11),
            "long_term_status": "Targets set" if n % 9 else "", "ba15_status": "Active",
            "long_term_target_classification": "" if n % 9 else "1.5°C",
            "long_term_target_year": "" if n % 9 else str(2040 + n % 7),
            "net_zero_status": "Committed" if n % 2 else "Targets set",
            "ba15_date": f"2021-01-{n % 28 + 1:02}",
            "target_classification_long": f"Near-term {n % 3}",
            "date_published": f"{n % 28 + 1:02}/03/2024",
            "reason_for_extension_or_removal": "" if n % 8 else f"Reason {n % 3}",
            "organization_type": "Corporate" if n % 2 else "SME",
            "date_updated": f"2026-01-{n % 28 + 1:02}",
            "target_text": f"reduce absolute scope 1 and 2 GHG emissions {30 + n % 40}% by"
            f" {2028 + n % 5} from a 2020 base year",
        }  # fmt: skip
        sheet.append([values.get(columns[0], "") for columns in layout.map.values()])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@cache
def electricity_factors() -> dict[str, str]:
    """The factor of each year that the warehouse uses."""
    with (ROOT / "seeds" / "factors" / "fac_electricity.csv").open(encoding="utf-8") as file:
        return {
            row["year"]: row["kgco2e_per_kwh"]
            for row in csv.DictReader(file)
            if (row["definition_code"], row["status"]) == ("utility_sales", "actual")
        }


def indicator(row: Row, column: str) -> str:
    """A plausible figure for a column of the indicators; the target's own series as embedded.

    Those that are made of one another agree: people, product, energy, electricity, load, CO2.
    """
    if column in row:
        return row[column]
    year = int(row["year"])
    people, product = 23.4, 500 + 20 * (year - 2003)  # million; thousand TWD a head
    energy, electricity = 3500 + 7.123 * (year - 2003), 9000 + 101.37 * (year - 2003)
    final, co2 = energy / product, 250.137 + (year - 2003) / 7
    peak, load = 30_000.5 + 411.3 * (year - 2003), 68.13 + (year % 7) / 3
    known = {
        "final_energy_intensity_loe_per_twd1000": final,
        "energy_productivity_twd_per_loe": 1000 / final,
        "electricity_intensity_kwh_per_twd1000": electricity / product,
        "average_load_mw": peak * load / 100, "peak_load_mw": peak, "load_factor_pct": load,
        "energy_per_capita_loe": energy, "electricity_per_capita_kwh": electricity,
        "fuel_combustion_mtco2": co2, "co2_per_capita_t": co2 / people,
        "co2_intensity_kg_per_twd1000": 1000 * co2 / people / product,
    }  # fmt: skip
    if column == "electricity_factor_kgco2e_per_kwh":
        return electricity_factors().get(row["year"], "0.47")
    columns = next(c for c in load_all() if c.dataset == "energy_indicators").columns
    low, high = columns[column].median or (0.5, 1.5)
    middle = (low * high) ** 0.5 * (0.95 + steady(f"{column}{year}", 1000) / 10_000)
    places = columns[column].decimals
    return f"{known.get(column, middle):.{4 if places is None else min(places, 6)}f}"
