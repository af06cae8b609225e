"""What the marts contain: a hash that is equal when the content is, and the columns and counts.

Belongs here: reading marts. Does not: writing files.
"""

import hashlib

import duckdb

from orchestration.settings import MARTS


def describe(connection: duckdb.DuckDBPyConnection, table: str) -> dict:
    """Row count, and name and type of each column."""
    rows = connection.execute(f'select count(*) from {MARTS}."{table}"').fetchone()[0]
    columns = connection.execute(
        "select column_name, data_type from information_schema.columns"
        " where table_schema = ? and table_name = ? and table_catalog = current_database()"
        " order by ordinal_position",
        [MARTS, table],
    ).fetchall()
    return {"row_count": rows, "columns": [{"name": n, "type": t} for n, t in columns]}


def content_sha256(connection: duckdb.DuckDBPyConnection, names: list[str]) -> str:
    """One hash over the names, columns and rows of the tables, whatever order the rows are in.

    Floats count to nine significant digits and zero has no sign: the last bits of a sum differ from
    run to run with the order in which DuckDB's threads add.
    """
    digest = hashlib.sha256()
    for name in sorted(names):
        columns = describe(connection, name)["columns"]
        digest.update(repr((name, columns)).encode())
        values = ", ".join(_comparable(column) for column in columns)
        rows = connection.execute(
            f'select sha256(to_json(row({values}))::varchar) as h from {MARTS}."{name}" order by h'
        )
        while batch := rows.fetchmany(10_000):
            digest.update("".join(h for (h,) in batch).encode())
    return digest.hexdigest()


def _comparable(column: dict[str, str]) -> str:
    name = f'"{column["name"]}"'
    if column["type"] not in ("DOUBLE", "FLOAT"):
        return name
    # Times pi, because decimal figures often end in a 5 just where they would be rounded.
    return f"case when {name} = 0 then '0' else format('{{:.8e}}', {name} * pi()) end"
