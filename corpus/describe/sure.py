"""How sure each piece of evidence is: one number for each field and place where it is read.

Behind each number stands how often the field was right on 12,000 made pages and in how many cases
(`python -m benchmarks.calibration`, 28 November 2026); «few» where fewer than 30 pages had it, and
the number is the one it had before. Made pages are kinder than real ones, so nothing is surer than
0.98. What stands behind a stroke tells rules apart that read in the same place.
"""

from __future__ import annotations

from typing import Final

from corpus.records import Evidence
from corpus.wording.coded import said

SURE: Final = {
    "title": {
        "printed_title": 0.98,
        "printed_title/joined": 0.9,
        "article_tag": 0.95,
        "title_tag": 0.8,
        "composed": 0.9,
    },
    "zone": {"nation": 0.8, "place_of_site": 0.4},
    "kind": {
        "title": 0.98,
        "title/other": 0.95,
        "opening/speech": 0.95,
        "opening/announced": 0.95,
        "column": 0.85,
        "opening/most": 0.95,
        "text": 0.6,
        "no_kind": 0.85,
    },
    "year": {
        "title": 0.98,
        "opening/announced": 0.95,
        "period": 0.95,
        "opening": 0.95,
        "year_before_publication": 0.85,
        "heading": 0.8,
        "opening/told": 0.4,
        "column": 0.6,
        "commonest_year": 0.6,
        "from_publication": 0.5,
    },
    "delivered": {
        "title": 0.98,
        "session": 0.95,
        "session_number": 0.9,
        "heading": 0.85,
        "published": 0.9,
        "five_year_plan": 0.7,
        "years_told": 0.5,
    },
    "published": {
        "published": 0.98,
        "updated": 0.6,
        "date_at_title": 0.9,
        "date_at_end": 0.9,
        "publication_tag": 0.9,
        "address": 0.85,
        "sent": 0.4,
    },
    "issued": {"signed": 0.95, "printed": 0.95, "written": 0.95, "printed/front": 0.8},
    "number": {"number_line": 0.97, "number_field": 0.95, "number_in_title": 0.95},
    "script": {"letters": 0.99},
}
# Worked out, not read: a person is told so.
INFERRED: Final = frozenset(
    {
        *(("title", "composed"), ("zone", "nation"), ("zone", "place_of_site")),
        *(("kind", "column"), ("kind", "opening/most"), ("kind", "text"), ("kind", "no_kind")),
        *(("year", each) for each in list(SURE["year"])[list(SURE["year"]).index("year_before_publication") :]),
        *(("delivered", each) for each in ("heading", "published", "five_year_plan", "years_told")),
        *(("published", each) for each in ("address", "sent")),
    }
)


def evidence(field: str, place: str) -> Evidence:
    """The evidence that a field was read in a place, with how sure that is."""
    return Evidence(said(place.partition("/")[0]), SURE[field][place], inferred=(field, place) in INFERRED)
