"""How large a file may be before it is refused: what is read is bounded in time and memory.

Belongs here: the limits, and how each is said. Does not: applying them (intake.py, reading.py,
workbook.py). The largest file seen so far has 3.6 MB, 14,000 rows and 120 columns; penalties
(EMS_P_46) have been published as 202 MB, declarations of air pollutants (EMS_P_08) as 117 MB.
"""

from orchestration.errors import LandingRefused

MB = 1_000_000
FILE_BYTES = 500 * MB
JSON_BYTES = 250 * MB  # becomes ten times its size in memory
UNPACKED_BYTES = 200 * MB  # all members of a workbook, and the text of all its cells
UNPACKED_RATIO = 200  # times its packed size, for a member above RATIO_FROM
RATIO_FROM = 10 * MB
MEMBERS = 1_000
ROWS = 2_000_000  # lines, blank ones too
COLUMNS = 1_000
CELL_CHARACTERS = 131_072
NOTE_BYTES = 64_000  # of mapping.yml and <file>.meta.yml
NOTE_LEVELS = 5

_WHERE = "orchestration/landing/limits.py"


def exceeded(name: str, what: str, found: str, limit: str) -> LandingRefused:
    """The refusal of a file that is beyond a limit."""
    return LandingRefused(
        f"{name}: {what}: {found}, and the limit is {limit}. This is not what the publisher's file"
        f" looks like; if it is right, raise the limit in {_WHERE}. Nothing was loaded from it."
    )
