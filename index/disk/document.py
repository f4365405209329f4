"""A report as the documents of the index: one a section, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.gazetteer import division_code, zone_aliases
from corpus.masked import masked
from corpus.records import Report, Section
from corpus.text.fingerprint import fingerprint
from corpus.text.fold import fold, squeeze
from index.disk.facts import COLUMNS, Facts
from index.disk.stored import report_line, section_line
from index.words.passage import analysed

_NOTHING = analysed("")


def documents(report: Report, stamp: str) -> Iterator[dict[str, Any]]:
    """The fields of each section's document, as `index.disk.schema` describes them. `stamp` says
    which version of the report it is."""
    report = masked(report)  # records may be older than what is hidden today
    values, over = _values(report), headings(report.sections)
    about, source = analysed(about_text(report)), report_line(report, stamp)
    for order, (section, above) in enumerate(zip(report.sections, over, strict=True)):
        heading = len(squeeze(section.text[: heading_end(section)]))
        codes = tuple((values | {"part": section.part or ""})[name] for name in COLUMNS)
        hit = section_line(section.id, section.level, fingerprint(section.text, section.number), above)
        yield {
            "id": f"{report.id}#{section.id}",
            "report": report.id,
            "text": analysed(section.text),
            "about": _NOTHING if order else about,
            "facts": Facts(codes, heading, order, hit, b"" if order else source),
        }


def _values(report: Report) -> dict[str, str]:
    province = (division_code(report.province, None) or "") if report.province else ""
    city = (division_code(report.province, report.city) or "") if report.city else ""
    return {
        "report": report.id,
        "year": "" if report.year is None else f"{report.year:04d}",
        "province": province,
        "city": "" if city == province else city,  # the gazetteer knows the province, but not the city
        "zone": report.zone or "",
        "level": report.level or "",
        "kind": report.kind,
        "number": report.number or "",
    }


def about_text(report: Report) -> str:
    """What a report is about besides its text, one a line: title, names of the zone, names of the
    place."""
    names = [report.title, report.zone, report.zone_then]
    names += zone_aliases(report.zone, report.city) if report.zone else ()
    names += [report.province, report.city, report.county]
    return "\n".join(dict.fromkeys(name.replace("\n", " ") for name in names if name))


def headings(sections: tuple[Section, ...]) -> Iterator[list[str]]:
    """The headings over each section, outermost first, its own last, as written with their
    numbers."""
    above: list[tuple[int, str]] = []
    for section in sections:
        while above and above[-1][0] >= section.level:
            above.pop()
        label = section.text[: heading_end(section)].replace("\n", " ") or (section.number or "") + (
            section.heading or ""
        )
        if label:
            above.append((section.level, label))
        yield [label for _, label in above]


def heading_end(section: Section) -> int:
    """Where the heading ends in the section's text, 0 where the text does not begin with one.

    Line breaks, spaces and marks between number and heading are part of it."""
    label = squeeze((section.number or "") + (section.heading or "")).replace("\n", "")
    if not label:
        return 0
    text, at = fold(section.text), 0
    for character in label:
        while at < len(text) and text[at] != character and not text[at].isalnum():
            at += 1
        if at == len(text) or text[at] != character:
            return 0
        at += 1
    return at
