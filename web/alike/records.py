"""Sections alike as the plain values the API promises."""

from __future__ import annotations

from typing import Any

from search.across.elsewhere import Alike, Like
from web.address import links
from web.address.parameters import Reading
from web.alike.asked import Asked
from web.language.told import plainly


def alike_record(found: Alike, asked: Asked) -> dict[str, Any]:
    """What `/api/reports/<id>/<section>/alike` gives."""
    return {
        "version": found.version,
        "report": asked.report,
        "section": asked.section,
        "within": asked.within or None,
        "words": [{"word": word.text, "weight": round(word.weight, 4)} for word in found.words],
        "bodies": [_like(each) for each in found.bodies],
        "own_years": [_like(each) for each in found.own_years],
        "notes": [plainly(note) for note in found.notes],
    }


def _like(each: Like) -> dict[str, Any]:
    hit = each.hit
    return {
        "zone": hit.zone,
        "year": hit.year,
        "kind": hit.kind,
        "part": hit.part,
        "report": hit.report,
        "section": hit.section,
        "title": hit.title,
        "headings": list(hit.headings),
        "score": round(hit.score, 6),
        "matched": list(each.matched),
        "snippet": hit.snippet.text,
        "ranges": [list(span) for span in hit.snippet.ranges],
        "url": links.hit(hit.report, hit.section, Reading(), hit.paragraph),
        "permalink": links.permalink(hit.report, hit.section, hit.fingerprint),
    }
