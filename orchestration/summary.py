"""What the first command says at the end, read back from the published release itself."""

import json
from pathlib import Path

import duckdb

from orchestration.landing.contract import load_all
from orchestration.measure import Measurements, peak_memory_mb
from orchestration.settings import MARTS, Settings

ONE_NUMBER = f"""
    select i.name_zh, i.name_en, u.year, u.quantity, d.symbol, u.tco2e, u.cell_ref, s.title
    from {MARTS}.fct_industry_energy_use as u
    join {MARTS}.dim_industry as i using (industry_code)
    join {MARTS}.dim_unit as d using (unit_code)
    join {MARTS}.dim_source_release as s using (source_release_key)
    where u.industry_code = 'electronics' and u.year = 2021 and u.fuel_code = 'electricity'
"""

OWN_INVENTORY = f"""
    select organisation_id, year,
        coalesce(sum(tco2e) filter (scope_code = 'scope1'), 0),
        coalesce(sum(tco2e) filter (scope_code = 'scope2'), 0),
        coalesce(sum(tco2e) filter (scope_code = 'scope3'), 0),
        sum(tco2e),
        max(unused_row_count)
    from {MARTS}.inventory_summary where source_kind_code = 'own'
    group by organisation_id, year order by organisation_id, year
"""
REFUSED = f"""
    select reason from {MARTS}.dq_quarantine where dataset in ({{}})
    order by dataset, source_release_key, row_number
"""
SHOWN = 20


def text(settings: Settings, folder: Path, measured: Measurements) -> str:
    """Paths, one number with its source, reconciliation and costs, as printable lines."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    place = settings.publish_dir
    rows = sum(mart["row_count"] for mart in manifest["marts"].values())
    lines = [
        "",
        f"Release {manifest['release_id']}: {len(manifest['marts'])} marts, {rows:,} rows",
        f"  DuckDB   {place / 'warehouse.duckdb'}  (open it read-only; schema {MARTS})",
        f"  Parquet  {place / 'marts'}",
        f"  Facts    {place / 'manifest.json'}",
        f"  Checks   {place / 'quality.html'}",
        "",
        *one_number(place / "warehouse.duckdb"),
        *own_rows(place / "warehouse.duckdb"),
        "",
    ]
    verdicts = manifest["reconciliation"]["by_verdict"]
    told = ", ".join(f"{n} {verdict}" for verdict, n in verdicts.items()) or "no comparisons"
    failed = sum(e["count"] for e in manifest["expectations"] if not e["success"])
    total = sum(e["count"] for e in manifest["expectations"])
    steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in measured.steps.items())
    peak = peak_memory_mb()
    wall = sum(measured.steps.values())
    dbt_mb, own_mb = peak["largest_child"], peak["this_process"]
    lines += [
        f"Printed figures against what they derive from: {told}",
        f"Expectations: {total}, of which {failed} failed as warnings",
        f"Wall time: {wall:.1f} s ({steps}); SQL {measured.sql_seconds} s",
        f"Peak memory: dbt {dbt_mb:.0f} MB, gate and publish {own_mb:.0f} MB",
    ]
    return "\n".join(lines)


def one_number(warehouse: Path) -> list[str]:
    """One published figure and the printed cell it comes from; no line if it is not published."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        try:
            row = connection.execute(ONE_NUMBER).fetchone()
        except duckdb.CatalogException:
            return []
    if row is None:
        return []
    name_zh, name_en, year, quantity, unit, tco2e, cell_ref, title = row
    return [
        f"{name_zh} {name_en}, electricity, {year}: {quantity:,.0f} {unit} = {tco2e:,.0f} tCO2e",
        f"  from {title}, cell {cell_ref}",
    ]


def own_rows(warehouse: Path) -> list[str]:
    """What came of the user's own files: inventories, and every row that was not used, with why."""
    datasets = ", ".join(f"'{contract.dataset}'" for contract in load_all() if contract.own)
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        try:
            inventories = connection.execute(OWN_INVENTORY).fetchall()
            reasons = [row[0] for row in connection.execute(REFUSED.format(datasets)).fetchall()]
        except duckdb.CatalogException:
            return []
    lines = [inventory_line(*inventory) for inventory in inventories]
    if reasons:
        lines.append(
            f"{len(reasons)} row(s) of your files were not used"
            f" (all of them: {MARTS}.dq_quarantine):"
        )
        lines += [f"  {reason}" for reason in reasons[:SHOWN]]
    if len(reasons) > SHOWN:
        lines.append(f"  ... and {len(reasons) - SHOWN} more")
    return ["", *lines] if lines else []


def inventory_line(
    organisation: str, year: int, s1: float, s2: float, s3: float, total: float, unused: int
) -> str:
    """The total of an organisation and year by scope, never without the rows that it lacks."""
    scopes = f"scope 1 {s1:,.1f} + scope 2 {s2:,.1f} + scope 3 {s3:,.1f}"
    lacks = f", incomplete: {unused} row{'s' if unused > 1 else ''} unused" if unused else ""
    return f"Your inventory, {organisation} {year}: {scopes} = {total:,.1f} tCO2e{lacks}"
