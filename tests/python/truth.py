"""What landing made of a file, held against what the file is known to say.

Belongs here: reading landed rows, the verdict on one landing. Does not: making or damaging files.
"""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from base_files import Row
from orchestration.landing.contract import Contract

LONGEST_SENTENCE = 600
UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
OF_PYTHON = re.compile(
    r"Traceback|\b\w+(Error|Exception|Warning)\b|object (has|is)|<class|<_?\w+\."
)


@dataclass
class Verdict:
    """What became of a file, and each way in which that is wrong."""

    outcome: str
    faults: list[str] = field(default_factory=list)
    sentence: str = ""


def landed_rows(landed: Path, contract: Contract) -> list[list[Row]]:
    """The landed rows of each file of a dataset, oldest vintage first."""
    paths = sorted((landed / contract.dataset).glob("*.parquet"))
    return [pq.read_table(p).select([*contract.columns]).to_pylist() for p in paths]


def differences(found: list[Row], truth: list[list[Row]]) -> list[str]:
    """Rows that are there and should not be, or the other way round; [] if they are the same."""
    wanted = Counter(_row_key(row, [*found[0]] if found else [*row]) for t in truth for row in t)
    have = Counter(_row_key(row, [*row]) for row in found)
    return [f"+ {row}" for row in have - wanted] + [f"- {row}" for row in wanted - have]


def _row_key(row: Row, columns: list[str]) -> str:
    return repr([(column, row.get(column)) for column in columns])


def judge(
    landed: Path,
    contract: Contract,
    name: str,
    code: int,
    printed: str,
    truth: list[list[Row]],
    before: int = 0,
    free: int = 0,
) -> Verdict:
    """The verdict on one file that was landed by itself into `landed`.

    `before` is the number of files of the dataset that were there already, `free` of how many rows
    the truth says nothing.
    """
    if code:
        return _refused(landed, contract, name, printed, before)
    files = landed_rows(landed, contract)
    if len(files) == before:
        return Verdict("not claimed", ["nothing was said of it"])
    lists = pq.read_table(landed / "_files.parquet").to_pylist()
    file = next((f for f in lists if f["file_name"] == name), None)
    if file is None:
        return Verdict("loaded", ["it is not in the list of files"])
    found = next(
        rows
        for path, rows in zip(
            sorted((landed / contract.dataset).glob("*.parquet")), files, strict=True
        )
        if file["file_sha256"][:8] in path.name
    )
    quarantine = [
        row
        for row in pq.read_table(landed / "_quarantine.parquet").to_pylist()
        if row["source_release_key"] == file["source_release_key"]
    ]
    verdict = Verdict("quarantined" if quarantine else "loaded")
    if file["landed_count"] != file["accepted_count"] + file["quarantined_count"]:
        verdict.faults.append("landed is not accepted + quarantined")
    if file["quarantined_count"] != len(quarantine):
        verdict.faults.append("the count of quarantined rows is not their number")
    faults = _conserved(contract, found, quarantine, truth)
    if len(faults) > free or any(fault.startswith("lost") for fault in faults):
        verdict.faults += faults
    return verdict


def _conserved(
    contract: Contract, found: list[Row], quarantine: list[dict], truth: list[list[Row]]
) -> list[str]:
    """Each row of the truth is landed as it is, or its texts stand in a quarantined row."""
    columns = [*contract.columns]
    have = Counter(_row_key(row, columns) for row in found)
    kept_aside = [f"{json.loads(q['raw_row'])} {q['raw_value']}" for q in quarantine]
    faults = []
    for group in truth:
        keys = Counter(_row_key(row, columns) for row in group)
        if keys <= have:
            have -= keys
            continue
        texts = [v for c, v in group[0].items() if isinstance(v, str) and c not in contract.derived]
        most = len(texts) * 2 // 3  # the damaged cell and what came from elsewhere are not there
        if not any(sum(t in aside for t in texts) >= most for aside in kept_aside):
            faults.append(f"lost: {next(iter(keys))[:300]}")
    faults += [f"made up: {row[:300]}" for row in have]
    return faults


def _refused(landed: Path, contract: Contract, name: str, printed: str, before: int) -> Verdict:
    verdict = Verdict("refused", sentence=printed)
    sentences = printed.split("file(s) refused:\n")[-1].split("\n")
    sentences = [sentence.strip() for sentence in sentences if sentence.strip()]
    if len(sentences) != 1:
        verdict.faults.append(f"{len(sentences)} sentences")
    for sentence in sentences:
        last = name.rsplit("/", 1)[-1]
        if last not in sentence and not re.search(r"\\|\.\.\.|mapping\.yml", sentence):
            verdict.faults.append("the file is not named")
        if len(sentence) > LONGEST_SENTENCE:
            verdict.faults.append(f"{len(sentence)} characters")
        if OF_PYTHON.search(sentence):
            verdict.faults.append("the words of Python")
        if any(unicodedata.category(c) in UNPRINTABLE for c in sentence):
            verdict.faults.append("unprintable characters")
        if "Nothing was loaded from" not in sentence:
            verdict.faults.append("it does not say that nothing was loaded")
    left = [p for p in landed.rglob("*") if p.is_file() and p.suffix not in (".lock",)]
    parquets = [p for p in left if not p.name.startswith("_") and p.suffix == ".parquet"]
    if len(parquets) != before:
        verdict.faults.append("something was landed")
    if any(p.name.endswith(".unfinished") for p in left):
        verdict.faults.append("something half-written is left")
    return verdict
