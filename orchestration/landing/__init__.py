"""Published files as they are, read through a contract into typed Parquet.

Belongs here: contracts (contracts/*.yml), reading, checking, writing below NETZERO_LANDED.
Does not: fetching files, meaning and models (dbt reads what is written here).

    contract.py  what a dataset looks like        reading.py  bytes -> rows of text
    intake.py    which files may be read          workbook.py XLSX -> rows of text
    limits.py    how large a file may be          mapping.py  a layout that a person supplies
    header.py    which era a file is of           cells.py    text -> value, repair or problem
    rows.py      rows -> accepted, quarantined    checks.py   what refuses a whole file
    naming.py    vintage and values from names    store.py    what is written, atomically
    run.py       one file, one folder
"""

from orchestration.landing.run import run

__all__ = ["run"]
