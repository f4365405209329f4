"""Judged queries by who wrote them, each over the reports they were judged over.

`first` and `second` are two readers of the sample; `work` is the second one's over national work
reports, which are not shipped: where they do not lie beside the repository, that set is left out.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.judged import Judged, judged, sample
from corpus.clean import clean
from corpus.records import Page, Report

HERE = Path(__file__).parent
WORK_REPORTS = HERE.parents[1] / "shared" / "data" / "work-reports.jsonl.xz"
# What a title says of a report that only approves of another.
RESOLUTION = "决议"


@dataclass(frozen=True, slots=True)
class Author:
    """One set of judged queries; `reports` are what they are asked of, by the names that
    judgements use."""

    name: str
    judgements: Path
    reports: Callable[[], Mapping[str, Report]]

    def queries(self) -> tuple[Judged, ...]:
        """The queries, in the order of the file."""
        return judged(self.judgements)


def work_reports() -> dict[str, Report]:
    """The national work reports as cleaning gives them: `work-2023`, and `resolution-2023` for the
    resolution on it."""
    with lzma.open(WORK_REPORTS, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    pages = [(row["title"], f"{row['title']}\n{row['text']}".encode()) for row in rows]
    made = [(title, clean(Page(f"file:///{n}.txt", text), take_any=True)) for n, (title, text) in enumerate(pages)]
    return {f"{'resolution' if RESOLUTION in title else 'work'}-{report.year}": report for title, report in made}


def authors() -> dict[str, Author]:
    """Every set whose reports are at hand, by name."""
    sets = [
        Author("first", HERE / "judgements.toml", sample),
        Author("second", HERE / "judgements-second.toml", sample),
        Author("work", HERE / "judgements-work.toml", work_reports),
    ]
    return {each.name: each for each in sets if each.name != "work" or WORK_REPORTS.is_file()}
