"""The section that is asked about: its own text, and where that is a heading alone, what stands below
it."""

from __future__ import annotations

from typing import Final

from corpus.records import Report, Section
from corpus.saying import Saying
from search.across.elsewhere import Topic
from web.errors import NotHeld

HEADING_ONLY: Final = 40  # characters: a section that has no more is a heading with sections below it


def section_of(report: Report, identity: str) -> Section:
    """A section by its id. Raises NotHeld."""
    for section in report.sections:
        if section.id == identity:
            return section
    raise NotHeld(Saying("这份报告里没有第 %(section)s 段。", section=identity))


def topic_of(report: Report, section: Section) -> Topic:
    """What is asked of the engine about a section."""
    names = (report.zone_then, report.province, report.city, report.county)
    heading = f"{section.number or ''}{section.heading or ''}"
    text = section.text if len(section.text) > HEADING_ONLY else "\n".join(_with_below(report, section))
    return Topic(report.id, report.zone, report.kind, section.part, heading, text, tuple(filter(None, names)))


def _with_below(report: Report, section: Section) -> list[str]:
    """The text of a section and of those below it."""
    behind = report.sections[report.sections.index(section) + 1 :]
    end = next((n for n, each in enumerate(behind) if each.level <= section.level), len(behind))
    return [section.text, *(each.text for each in behind[:end])]
