"""The lasting address of a section: it leads to the section, or to what holds its text now and says
so, or says that it is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from corpus.records import Report, Section
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.text.fingerprint import read_fingerprint
from corpus.whereabouts import State, Whereabouts, whereabouts
from web.address import links
from web.address.argument import Arguments
from web.address.parameters import Lasting, Reading, read_lasting
from web.errors import Gone
from web.language.languages import N_
from web.shelf import held_report, shelf

SHOWN: Final = 2_000  # characters of a former text that are shown: the page stays below 100 KB
NAMED: Final = 40  # characters of a section's number that are repeated
SAID: Final[dict[State, str]] = {
    "moved": N_("您要找的第 %(section)s 段已经改了编号；它的文字现在在这里。"),
    "changed": N_("您要找的第 %(section)s 段后来改过；现在最接近的文字在这里。"),
}
UNPROVED: Final = N_("这个地址不完整，无法核对第 %(section)s 段是否还是原来的文字。")


@dataclass(frozen=True, slots=True)
class Arrived:
    """What the page of a report says to who comes by a lasting address, before which paragraph of
    which section; `former` is the text as it was, "" where nobody knows."""

    said: Saying
    section: Section
    paragraph: int
    former: str


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/r/<identity>/<section>", "permalink", permalink)


def permalink(identity: str, section: str) -> Response:
    """302 to the section's anchor, or to its text's; 410 where that is gone."""
    asked = read_lasting(request.args, identity, section)
    report = held_report(shelf(), identity)
    found = _found(shelf().store, report, asked)
    if found.section is None:
        raise Gone(_gone(report, section), identity)
    anchor = links.section_anchor(found.section.id, found.paragraph if found.paragraph > 1 else None)
    if found.state == "there" and not _unproved(asked):
        return redirect(links.report(identity, Reading(lang=asked.lang), anchor))
    return redirect(links.arrival(asked, anchor))


def arrived(store: Store, report: Report, arguments: Arguments) -> Arrived | None:
    """What the page has to say where `from` tells that a lasting address led to it; None where its
    text is what was asked for."""
    section = next(iter(arguments.getlist("from")), "")
    if not section:
        return None
    asked = read_lasting(arguments, report.id, section)
    found = _found(store, report, asked)
    template = UNPROVED if _unproved(asked) and found.state == "there" else SAID.get(found.state)
    if template is None or found.section is None:
        return None
    former = found.former.text if found.former else ""
    cut = former if len(former) <= SHOWN else former[:SHOWN] + "……"
    return Arrived(Saying(template, section=section[:NAMED]), found.section, found.paragraph, cut)


def _found(store: Store, report: Report, asked: Lasting) -> Whereabouts:
    return whereabouts(store, report, asked.section, read_fingerprint(asked.fingerprint), asked.paragraph)


def _unproved(asked: Lasting) -> bool:
    """Does the address carry a fingerprint that cannot be read?"""
    return bool(asked.fingerprint) and read_fingerprint(asked.fingerprint) is None


def _gone(report: Report, section: str) -> Saying:
    if any(held.id == section for held in report.sections):
        return Saying("第 %(section)s 段原来的文字已经不在这份报告里；可以从报告开头找。", section=section[:NAMED])
    return Saying("这份报告里没有（或不再有）编号为 %(section)s 的段落；可以从报告开头找。", section=section[:NAMED])
