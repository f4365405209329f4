"""The lasting address of a section: it leads to the section, or to what holds its text now and says
so, or says that it is gone."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from corpus.errors import Hindered
from corpus.intake.reclean import clean_for
from corpus.records import Report, Section
from corpus.saying import Saying
from corpus.text.fold import squeeze
from web.address import links
from web.address.parameters import Reading, read_language
from web.errors import Gone
from web.shelf import Shelf, held_report, shelf

GRAM = 6  # characters that are compared at a time: shorter ones stand everywhere
ENOUGH = 0.5  # share of the old section's stretches that must stand in the new one: less is another text


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/r/<identity>/<section>", "permalink", permalink)


def permalink(identity: str, section: str) -> Response:
    """302 to the section's anchor, or to its text's; 410 where that is gone."""
    lang = read_language(request.args)
    report = held_report(shelf(), identity)
    if any(held.id == section for held in report.sections):
        return redirect(links.report(identity, Reading(lang=lang), links.section_anchor(section)))
    former = former_section(shelf(), report, section)
    now = holder(former.text, report.sections) if former else None
    if now is None:
        raise Gone(
            Saying("这份报告里没有（或不再有）编号为 %(section)s 的段落；可以从报告开头找。", section=section[:40]),
            identity,
        )
    return redirect(links.moved(identity, section, now.id, lang))


def former_section(at_hand: Shelf, report: Report, section: str) -> Section | None:
    """The section as an earlier version of the page had it, the latest that did."""
    versions = at_hand.store.pages.readable(report.id)
    for page in reversed(versions[:-1]):
        try:
            cleaned = clean_for(at_hand.store, page, report.id)
        except Hindered:
            continue
        for held in cleaned.sections:
            if held.id == section:
                return held
    return None


def holder(text: str, sections: Sequence[Section]) -> Section | None:
    """The section that holds most of a text, if it holds enough of it."""
    wanted = grams(text)
    if not wanted:
        return None
    shares = [(len(wanted & grams(section.text)) / len(wanted), section) for section in sections]
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= ENOUGH else None


def grams(text: str) -> set[str]:
    """Every stretch of `GRAM` characters of the folded text (the whole of it, where it is
    shorter)."""
    plain = squeeze(text).replace("\n", "")
    return {plain[start : start + GRAM] for start in range(max(1, len(plain) - GRAM + 1))} - {""}
