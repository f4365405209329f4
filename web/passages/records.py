"""What a text shares, as the plain values the API promises.

Of a report, places are those in the section that is named, and the address of a passage searches for
it; of a draft, places are those in the text as it was sent, and the address of a passage is the oldest
place that holds it, so that no address holds a word of the draft.
"""

from __future__ import annotations

from typing import Any

from search.across.passages import (
    FORMULA_BODIES,
    Holder,
    Masked,
    Near,
    Passage,
    Passages,
    Source,
    Widespread,
    WidespreadPage,
)
from web.address import links
from web.address.parameters import Reading
from web.address.sharing import phrase
from web.language.told import plainly
from web.passages.wording import notes
from web.reading.whole import Whole


def passages_record(found: Passages, report: str | None = None, whole: Whole | None = None) -> dict[str, Any]:
    """What `/api/passages` gives; `whole`: the sections of the report that was asked about."""
    own = found.own_years
    return {
        "version": found.version,
        "report": report,
        "characters": found.characters,
        "shared": share(found.shared),
        "boilerplate": share(found.boilerplate),
        "least": found.least,
        "bodies_for_boilerplate": FORMULA_BODIES,
        "complete": found.is_complete,
        "sources": [source_record(each) for each in found.sources],
        "passage_total": found.passage_total,
        "passages": [_passage(each, whole) for each in found.passages],
        "formula_total": found.formula_total,
        "formulas": [_passage(each, whole) for each in found.formulas],
        "sentence_total": found.sentence_total,
        "sentences": [_masked(each, whole) for each in found.sentences],
        "new_total": found.new_total,
        "new": [_near(each, whole) for each in found.new],
        "own_years": own
        and {
            "reports": own.reports,
            "shared": share(own.shared),
            "passages": [_passage(each, whole) for each in own.passages],
        },
        "notes": [plainly(note) for note in notes(found)],
    }


def share(value: float) -> float:
    """A share to four places."""
    return round(value, 4)


def source_record(each: Source) -> dict[str, Any]:
    """A report that shares, with its address."""
    return {**each._asdict(), "share": share(each.share), "url": links.report(each.report)}


def holder_record(each: Holder) -> dict[str, Any]:
    """A place where a string stands: its address, and the one that lasts."""
    return {
        "report": each.report,
        "section": each.section,
        "title": each.title,
        "zone": each.zone,
        "year": each.year,
        "url": holder_url(each),
        "permalink": oldest_url(each),
    }


def oldest_url(each: Holder) -> str:
    """The address of such a place that lasts; no word of the string stands in it."""
    return links.permalink(each.report, each.section, each.fingerprint, each.paragraph)


def holder_url(each: Holder, lang: str = "zh") -> str:
    """The page of a report at such a place; no word of the string stands in it."""
    return links.hit(each.report, each.section, Reading(lang=lang), each.paragraph, each.character)


def _placed(start: int, end: int, whole: Whole | None) -> dict[str, Any]:
    if whole is None:
        return {"start": start, "end": end}
    section, begin = whole.at(start)
    return {"section": section.id, "start": begin, "end": begin + end - start}


def _passage(each: Passage, whole: Whole | None) -> dict[str, Any]:
    placed = _placed(each.start, each.end, whole)
    return {
        **placed,
        "text": each.text,
        "whole_clauses": each.whole_clauses,
        "in_title_marks": each.in_title_marks,
        "bodies": each.bodies,
        "reports": each.reports,
        "years": list(each.years),
        "occurrences": each.occurrences,
        "oldest": holder_record(each.oldest),
        "url": phrase(each.text) if whole else oldest_url(each.oldest),
    }


def _masked(each: Masked, whole: Whole | None) -> dict[str, Any]:
    placed = _placed(each.start, each.end, whole)
    return {**placed, "text": each.text} | _counted(each)


def _counted(each: Masked | Widespread) -> dict[str, Any]:
    return {
        "bodies": each.bodies,
        "reports": each.reports,
        "years": list(each.years),
        "oldest": holder_record(each.oldest),
    }


def _near(each: Near, whole: Whole | None) -> dict[str, Any]:
    placed = _placed(each.start, each.end, whole)
    return {
        **placed,
        "text": each.text,
        "likeness": None if each.likeness is None else share(each.likeness),
        "held": each.held,
        "holder": each.holder and holder_record(each.holder),
        "sought": each.is_sought,
    }


def widespread_record(found: WidespreadPage) -> dict[str, Any]:
    """What `/api/sentences` gives."""
    sentences = [{"text": each.text} | _counted(each) | {"url": phrase(each.text)} for each in found.sentences]
    return {"version": found.version, "total": found.total, "bodies_at_least": found.bodies, "sentences": sentences}
