"""How a report, or a section of it, is cited: GB/T 7714, the Chinese standard for references."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from corpus.records import Report, Section
from corpus.text.fingerprint import fingerprint
from web.address import links


class Cited(NamedTuple):
    """What is cited: a report, or a section of it by its id and `heading`; `path`: its address on
    this site."""

    report: Report
    path: str
    section: str = ""
    heading: str = ""

    @property
    def title(self) -> str:
        """The report's title, and behind it the section's heading."""
        return f"{self.report.title or ''}{'：' if self.heading else ''}{self.heading}"

    @property
    def dated(self) -> str:
        """When it was published, or else written: `YYYY-MM-DD` or less, "" where it is not told."""
        return self.report.published or self.report.issued or ""

    def address(self, root: str) -> str:
        """Where it stands: of a report its source's own address, where there is one; of a section its
        lasting address."""
        own = None if self.section else self.report.url
        return own or root.rstrip("/") + self.path


def whole(report: Report) -> Cited:
    """A report to be cited."""
    return Cited(report, links.report(report.id))


def part(report: Report, section: Section, heading: str) -> Cited:
    """A section to be cited."""
    path = links.permalink(report.id, section.id, fingerprint(section.text, section.number))
    return Cited(report, path, section.id, heading)


def citation(cited: Cited, root: str, today: date) -> str:
    """The reference, `[R/OL]`, with the day it was looked at and where; `root` is the site's
    address."""
    when = f"({cited.dated})" if cited.dated else ""
    body = cited.report.zone or "佚名"
    return f"{body}. {cited.title}[R/OL]. {when}[{today.isoformat()}]. {cited.address(root)}."
