"""What a report's page says of itself to search engines and to programs that collect references."""

from __future__ import annotations

from typing import Final

from corpus.records import Report, Section
from web.record.citation import whole

DESCRIBED: Final = 110  # characters of a description: search engines show about as many Han
LANGUAGES: Final = {"hans": "zh-Hans", "hant": "zh-Hant"}


def described(report: Report) -> str:
    """The beginning of the report's text, headings left out; "" where it has none."""
    texts = ("".join(_body(section).split()) for section in report.sections)
    text = next(filter(None, texts), "")
    return text if len(text) <= DESCRIBED else text[: DESCRIBED - 1] + "…"


def _body(section: Section) -> str:
    text = section.text.removeprefix(section.number or "").lstrip()
    return text.removeprefix(section.heading or "").lstrip("。：: \n")


def meta(report: Report, root: str) -> list[tuple[str, str]]:
    """Names and contents of `citation_…` tags; addresses only where the site's own, `root`, is
    known."""
    cited = whole(report)
    at = root.rstrip("/") + cited.path if root else ""
    found = (
        ("citation_title", report.title),
        ("citation_author", report.zone),
        ("citation_technical_report_institution", report.zone),
        ("citation_technical_report_number", report.number),
        ("citation_publication_date", cited.dated.replace("-", "/")),
        ("citation_language", LANGUAGES.get(report.script)),
        ("citation_public_url", at),
        ("citation_fulltext_html_url", at),
    )
    return [(name, content) for name, content in found if content]
