"""How sure each piece of evidence is: one number for each field and place where it is read.

Behind each number stands how often the field was right on 12,000 made pages and in how many cases
(`python -m benchmarks.calibration`, 28 November 2026); «few» where fewer than 30 pages had it, and
the number is the one it had before. Made pages are kinder than real ones, so nothing they
say makes a number larger than 0.98. How many sites were moved and how many reports stand on another
body's site is as on 500 real pages. What stands behind a stroke tells rules apart that read in the
same place.
"""

from __future__ import annotations

from typing import Final

from corpus.records import Evidence
from corpus.wording.coded import said

SURE: Final = {
    "title": {
        "printed_title": 0.98,  # 1.000 of 9,145
        "printed_title/joined": 0.9,  # few
        "article_tag": 0.95,  # few
        "title_tag": 0.8,  # few
        "composed": 0.9,  # 0.887 of 2,855; 0.4 before
    },
    "zone": {
        "nation": 0.8,  # few
        "place_of_site": 0.4,  # 0.376 of 391; 0.3 before
    },
    "kind": {
        "title": 0.98,  # 1.000 of 7,493
        "title/other": 0.95,  # 1.000 of 733; 0.8 before
        "opening/speech": 0.95,  # 1.000 of 2,836, with the two others
        "opening/announced": 0.95,  # the same
        "column": 0.85,  # few
        "opening/most": 0.95,  # the same; 0.8 before
        "text": 0.9,  # 1.000 of 36; 0.6 before
        "no_kind": 0.85,  # 0.856 of 902; 0.3 before
    },
    "year": {
        "title": 0.98,  # 1.000 of 7,506, with the title of a 政府工作报告
        "opening/announced": 0.95,  # 0.999 of 2,781, with the opening
        "period": 0.95,  # 1.000 of 896
        "opening": 0.95,  # the same; 0.9 before
        "year_before_publication": 0.95,  # 0.979 of 145; 0.8 before
        "heading": 0.8,  # few
        "opening/told": 0.4,  # 0.358 of 371; 0.9 before
        "column": 0.6,  # few
        "commonest_year": 0.6,  # few
        "from_publication": 0.5,  # few
    },
    "delivered": {
        "title": 0.98,  # with the year's title above
        "session": 0.95,  # 1.000 of 144
        "session_number": 0.9,  # few
        "heading": 0.85,  # few
        "published": 0.9,  # 1.000 of 128; 0.7 before
        "five_year_plan": 0.7,  # few
        "years_told": 0.5,  # few
    },
    "published": {
        "published": 0.98,  # 1.000 of 5,343
        "updated": 0.9,  # 0.907 of 494
        "date_at_title": 0.9,  # 1.000 of 991
        "date_at_end": 0.9,  # 1.000 of 162; 0.8 before
        "publication_tag": 0.9,  # 0.889 of 926; 0.7 before: one site of nine was moved
        "address": 0.85,  # 0.863 of 1,318; 0.5 before
        "sent": 0.15,  # 0.142 of 274; 0.4 before: mostly days before
    },
    "issued": {
        "signed": 0.95,  # 1.000 of 7,135
        "printed": 0.95,  # 1.000 of 980
        "written": 0.95,  # 1.000 of 1,134
        "printed/front": 0.8,  # few
    },
    "number": {
        "number_line": 0.97,  # 1.000 of 2,081
        "number_field": 0.95,  # 1.000 of 1,060
        "number_in_title": 0.95,  # 1.000 of 419; 0.8 before
    },
    "script": {
        "letters": 0.99,  # not asked
    },
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
