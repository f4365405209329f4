"""Real material as cleaned reports, for tests that skip where it is absent."""

import json
import lzma

from material.shared_material import DATA

from corpus.clean import clean
from corpus.records import Page


def work_reports():
    """72 national work reports."""
    with lzma.open(DATA / "work-reports.jsonl.xz", "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        clean(Page(f"file:///{n}.txt", (row["title"] + "\n" + row["text"]).encode()), take_any=True)
        for n, row in enumerate(rows)
    ]
