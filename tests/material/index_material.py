"""Reports for tests of the index and of search: a store in memory, and the index built from it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.records import Report, Section
from index.build import build
from index.snapshot import Snapshot, open_snapshot


class MemoryStore:
    """What `index.build.build` needs of a store: reports by id; the stamp of each is the hash of
    all it holds."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self.held = {report.id: report for report in reports}

    def stamps(self) -> dict[str, str]:
        return {name: f"{zlib.crc32(repr(report).encode()):08x}" for name, report in self.held.items()}

    def report(self, report: str) -> Report:
        return self.held[report]

    def put(self, *reports: Report) -> None:
        self.held |= {report.id: report for report in reports}

    def drop(self, *names: str) -> None:
        for name in names:
            del self.held[name]


_PLAIN = Report(
    id="r",
    title="溪口高新技术产业开发区2023年法治政府建设年度报告",
    zone="溪口高新技术产业开发区",
    zone_then="溪口高新技术产业开发区",
    province="广东省",
    city="潮州市",
    county=None,
    level="国家级开发区",
    kind="法治政府建设",
    year=2023,
    published=None,
    issued=None,
    number=None,
    script="hans",
    url=None,
    sources=("file:///r.txt",),
    source_sha256="0" * 64,
)


def report(name: str, texts: Sequence[str | Section], **fields: object) -> Report:
    """A report with these sections; a string becomes a section without heading, with its number as
    id."""
    sections = tuple(
        text if isinstance(text, Section) else Section(str(number), 1, None, None, text)
        for number, text in enumerate(texts)
    )
    return replace(_PLAIN, id=name, sections=sections, **fields)  # type: ignore[arg-type]


def indexed(directory: Path, reports: Iterable[Report]) -> Snapshot:
    """Build an index of these reports in `directory` and open it."""
    build(MemoryStore(reports), directory)
    return open_snapshot(directory)
