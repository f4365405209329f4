"""A hit from the text of a section, for an engine that has texts and no arrays over them: what
`search.show.hits` shows."""

from __future__ import annotations

from index.disk.stored import StoredSection
from search.answer import Hit
from search.match.spans import spans
from search.query.read import Query
from search.show.snippet import snippet


def section_hit(query: Query, of: StoredSection, text: str, heading: int, score: float, texts: bool = False) -> Hit:
    """The hit that a section is, with its whole text if `texts` are wanted. `heading`: how long the
    heading is that its text begins with; 0 where there is none."""
    begin = 0 if query.operands else heading
    ranges = spans(query, text)
    shown, paragraph = snippet(text, ranges, begin)
    return Hit(
        report=of.report,
        section=of.section,
        fingerprint=of.fingerprint,
        paragraph=paragraph,
        title=of.title,
        zone=of.zone,
        province=of.province,
        city=of.city,
        year=of.year,
        kind=of.kind,
        part=of.part,
        script=of.script,
        headings=of.headings,
        score=score,
        occurrences=len(ranges),
        snippet=shown,
        scan=of.scan,
        text=text if texts else None,
    )
