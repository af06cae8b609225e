"""Documents and files the numbers come from."""

import vocabulary as v

DERIVED = {"rows_of_yearbook": "case when source_release_key = 'energy_audit_2022' then row_count end"}

EXPECTATIONS = [
    v.contains("source_release_key", ["energy_audit_2022"], "the yearbook itself"),
    v.filled("title", 1, "a source has a title"),
    v.filled("licence", 1, "a licence, or that none is stated"),
    v.printed_as("file_sha256", r"^[0-9a-f]{64}$", "a SHA-256 in hexadecimal"),
    v.between("row_count", 0, None, "a release that is not in use holds none"),
    v.between("rows_of_yearbook", 3123, 3123, "every printed cell of the yearbook"),
]
