"""What is indexed: sections of about 330 characters, as reports, in a file that every peer reads.

A file of one Report record a line makes sure that all index the same; it also is the store that
`index.build` reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter
from zlib import crc32

from benchmarks.documents import LAWS, Document, generated, laws
from corpus.records import KINDS, LEVELS, PARTS, Report, Section
from corpus.text.fold import squeeze

# A section ends with the paragraph that brings it to this many characters: the laws make 54
# thousand of 356 on average.
SECTION = 330
# A longer document becomes several reports.
SECTIONS_A_REPORT = 25
# One character in so many is another one in each further copy of the material: enough to keep long
# phrases from being copied too.
ALTERED = 25
# Copies beyond so many reuse zones: 96 folders and places make at most 384 zones.
ZONE_COPIES = 4
GENERATED_SECTIONS = 54_000

UNSTATED = "-"  # a row's value where the record has none: a term like any other, so that every peer counts it

_HEADING = re.compile(r"^(第[一二三四五六七八九十百]+[编章])\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Row:
    """A section as the peers get it: `number` counts sections from 0, `body` is folded and without
    spaces."""

    number: int
    body: str
    zone: str
    year: str


def cut(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    """Paragraphs in groups of at least SECTION characters; only the last may have fewer."""
    group: list[str] = []
    for paragraph in paragraphs:
        group.append(paragraph)
        if sum(map(len, group)) >= SECTION:
            yield group
            group = []
    if group:
        yield group


def altered(paragraph: str, copy: int) -> str:
    """The paragraph with one character in ALTERED exchanged for another of its own; copy 0 is the
    paragraph itself."""
    if not copy or len(paragraph) < 4:
        return paragraph
    characters = list(paragraph)
    for at in range((crc32(paragraph.encode()) + 7 * copy) % ALTERED, len(characters), ALTERED):
        other = paragraph[(at * 7 + copy * 13) % len(paragraph)]
        if characters[at].isalnum() and other.isalnum():
            characters[at] = other
    return "".join(characters)


def reports(documents: Sequence[Document], times: int) -> Iterator[Report]:
    """The documents as reports, `times` over: each further copy has other places in the text
    altered, another year and zone."""
    for copy in range(times):
        for document in documents:
            sections = list(cut(altered(paragraph, copy) for paragraph in document.paragraphs))
            for piece in range(0, len(sections), SECTIONS_A_REPORT):
                yield _report(document, copy, piece, sections[piece : piece + SECTIONS_A_REPORT])


def _report(document: Document, copy: int, piece: int, groups: list[list[str]]) -> Report:
    path = f"{document.path}#{copy}.{piece}"
    deal = crc32(path.encode())
    kind, year = KINDS[deal % len(KINDS)], document.year
    suffix = f"（{copy % ZONE_COPIES}）" if copy % ZONE_COPIES else ""
    parted = kind in ("法治政府建设", "依法行政")
    return Report(
        id=sha256(path.encode()).hexdigest()[:12], title=document.title, zone=document.zone + suffix, zone_then=None,
        province=document.province, city=document.city, county=None, level=LEVELS[deal // 8 % len(LEVELS)], kind=kind,
        year=year + copy if year else None, published=None, issued=None, number=None, script="hans", url=None,
        sources=(path,), source_sha256=sha256(path.encode()).hexdigest(),
        sections=tuple(_section(n, group, parted) for n, group in enumerate(groups)),
    )  # fmt: skip


def _section(order: int, paragraphs: list[str], parted: bool) -> Section:
    heading = _HEADING.match(paragraphs[0])
    number, title = (heading[1], heading[2]) if heading else (None, None)
    return Section(str(order), 1, number, title, "\n".join(paragraphs), PARTS[order % len(PARTS)] if parted else None)


@dataclass(frozen=True, slots=True)
class Plant:
    """A phrase that stands in exactly `sections` sections of the first copy of the material,
    whatever the number of copies."""

    phrase: str
    sections: int


def planted(reports: Iterable[Report], sections: int, plants: Sequence[Plant]) -> Iterator[Report]:
    """The reports with each plant's phrase added in brackets to sections evenly spread over the
    first `sections`."""
    at = 0
    for report in reports:
        dealt = tuple(_with(section, n, sections, plants) for n, section in enumerate(report.sections, at))
        at += len(report.sections)
        yield replace(report, sections=dealt)


def _with(section: Section, number: int, sections: int, plants: Sequence[Plant]) -> Section:
    extra = []
    for order, plant in enumerate(plants):
        turn, rest = divmod(number - order, max(1, sections // plant.sections))
        if not rest and 0 <= turn < plant.sections:
            extra.append(f"（{plant.phrase}）")
    return replace(section, text="".join([section.text, *extra])) if extra else section


class Material:
    """The file of records, and the store that `index.build` asks (`stamps`, `report`).

    `held` limits which reports the store shows, so that an index can be built in steps and reports
    deleted from it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.spent = 0.0  # seconds spent on reading and folding, which is none of a peer's work
        self._places: dict[str, int] = {}
        self._counts: list[tuple[str, int]] = []
        with path.with_suffix(".places").open(encoding="utf8") as lines:
            for line in lines:
                report, at, sections = line.split()
                self._places[report] = int(at)
                self._counts.append((report, int(sections)))
        self.held = tuple(self._places)

    def stamps(self) -> dict[str, str]:
        """Id → what changes when the record does: here nothing does."""
        return dict.fromkeys(self.held, "1")

    def report(self, report: str) -> Report:
        """The record of one report."""
        with self.path.open("rb") as lines:
            lines.seek(self._places[report])
            return Report.from_dict(json.loads(lines.readline()))

    def reports(self) -> Iterator[Report]:
        """All records, in order."""
        with self.path.open("rb") as lines:
            for line in lines:
                yield Report.from_dict(json.loads(line))

    def numbers(self) -> Iterator[tuple[str, range]]:
        """Each report with the numbers of its sections."""
        at = 0
        for report, sections in self._counts:
            yield report, range(at, at + sections)
            at += sections

    def rows(self, limit: int | None = None) -> Iterator[Row]:
        """The sections as peers get them; the time this takes is added to `spent`."""
        made, started = islice(self._rows(), limit), perf_counter()
        for row in made:
            self.spent += perf_counter() - started
            yield row
            started = perf_counter()

    def _rows(self) -> Iterator[Row]:
        number = 0
        with self.path.open("rb") as lines:
            for line in lines:
                record = json.loads(line)
                zone, year = record["zone"] or UNSTATED, str(record["year"] or UNSTATED)
                for section in record["sections"]:
                    yield Row(number, squeeze(section["text"]), zone, year)
                    number += 1


def write(path: Path, made: Iterable[Report]) -> Material:
    """Put the reports into the file, beside it where each begins."""
    with path.open("wb") as records, path.with_suffix(".places").open("w", encoding="utf8") as places:
        at = 0
        for report in made:
            line = json.dumps(report.to_dict(), ensure_ascii=False).encode() + b"\n"
            records.write(line)
            places.write(f"{report.id} {at} {len(report.sections)}\n")
            at += len(line)
    return Material(path)


def gather(sections: int | None, generate: bool, seed: int = 7) -> tuple[str, list[Document]]:
    """What the material is made of, in words, and its documents in a shuffled order, at most about
    `sections` sections of them."""
    if generate or not LAWS.is_file():
        wanted = sections or GENERATED_SECTIONS
        return f"generated corpus of {wanted} sections (seed {seed})", list(generated(wanted, seed))
    documents = list(laws())
    Random(seed).shuffle(documents)  # the file's order is by place: parts of it would not be alike
    return "laws and regulations (LawRefBook/Laws)", documents if sections is None else _first(documents, sections)


def _first(documents: list[Document], sections: int) -> list[Document]:
    chosen, have = [], 0
    for document in documents:
        if have >= sections:
            break
        chosen.append(document)
        have += sum(1 for _ in cut(document.paragraphs))
    return chosen
