"""How a report is cited: GB/T 7714, the Chinese standard for references."""

from __future__ import annotations

from datetime import date

from corpus.records import Report
from web.address import links


def citation(report: Report, root: str, today: date) -> str:
    """The reference for a report, `[R/OL]`, with the day it was looked at and where.

    `root` is the site's address with its last slash; the source's own address is preferred where
    there is one.
    """
    dated = report.published or report.issued
    address = report.url or root.rstrip("/") + links.report(report.id)
    when = f"({dated})" if dated else ""
    return f"{report.zone or '佚名'}. {report.title or ''}[R/OL]. {when}[{today.isoformat()}]. {address}."
