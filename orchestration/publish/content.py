"""What the marts contain: a hash that is equal when the content is, and the columns and counts.

Belongs here: reading marts. Does not: writing files.
"""

import hashlib

import duckdb

from orchestration.settings import MARTS


def describe(connection: duckdb.DuckDBPyConnection, names: list[str]) -> dict[str, dict]:
    """Row count, and name and type of each column, of each of the tables."""
    found = {name: {"row_count": 0, "columns": []} for name in names}
    if not found:
        return found
    counts = " union all ".join(
        f"select '{name}', count(*) from {MARTS}.\"{name}\"" for name in names
    )
    for name, count in connection.execute(counts).fetchall():
        found[name]["row_count"] = count
    columns = connection.execute(
        "select table_name, column_name, data_type from duckdb_columns()"
        " where schema_name = ? and database_name = current_database()"
        " order by table_name, column_index",
        [MARTS],
    )
    for table, name, kind in columns.fetchall():
        if table in found:
            found[table]["columns"].append({"name": name, "type": kind})
    return found


def content_sha256(connection: duckdb.DuckDBPyConnection, names: list[str]) -> str:
    """One hash over the names, columns and rows of the tables, whatever order the rows are in.

    Floats count to nine significant digits and zero has no sign: the last bits of a sum differ from
    run to run with the order in which DuckDB's threads add.
    """
    digest = hashlib.sha256()
    for name, facts in sorted(describe(connection, names).items()):
        columns = facts["columns"]
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
