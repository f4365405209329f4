"""What is shared as plain tables, header first: a passage or a sentence a line."""

from __future__ import annotations

from collections.abc import Iterator

from search.across.passages import Passages, WidespreadPage
from web.passages.records import holder_url
from web.reading.whole import Whole
from web.record.sheet import Row

OLDEST = ("oldest_zone", "oldest_year", "oldest_report", "oldest_section", "oldest_url")
PASSAGE_COLUMNS = (
    *("kind", "section", "start", "end", "text", "whole_clauses", "in_title_marks"),
    *("bodies", "reports", "first_year", "last_year", "occurrences", *OLDEST),
)
SENTENCE_COLUMNS = ("text", "bodies", "reports", "first_year", "last_year", *OLDEST)


def passages(found: Passages, whole: Whole, root: str) -> Iterator[Row]:
    """A line for each passage: shared with any issuer, formula, shared with own years."""
    own = found.own_years.passages if found.own_years else ()
    for kind, every in (("shared", found.passages), ("formula", found.formulas), ("own", own)):
        for each in every:
            section, start = whole.at(each.start)
            yield (
                *(kind, section.id, start, start + each.end - each.start, each.text),
                *(each.whole_clauses, each.in_title_marks, each.bodies, each.reports),
                *(min(each.years, default=None), max(each.years, default=None), each.occurrences),
                *(each.oldest.zone, each.oldest.year, each.oldest.report, each.oldest.section),
                root + holder_url(each.oldest),
            )


def sentences(found: WidespreadPage, root: str) -> Iterator[Row]:
    """A line for each sentence."""
    for each in found.sentences:
        yield (
            *(each.text, each.bodies, each.reports, min(each.years, default=None), max(each.years, default=None)),
            *(each.oldest.zone, each.oldest.year, each.oldest.report, each.oldest.section),
            root + holder_url(each.oldest),
        )
