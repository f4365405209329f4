"""The pages of what a report shares, and of the sentences that most issuers write."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from flask import Flask, render_template, request

from search.across.passages import Compared, Masked, Passage, Passages
from search.request import Request
from web.address import links
from web.address.parameters import Reading, State
from web.address.sharing import SENTENCES, SHOWN, Sharing, of_report, phrase, read_sharing, sentences
from web.language.choices import Choice
from web.language.sentences import gettext
from web.passages.records import holder_url
from web.passages.routes import widespread
from web.passages.wording import notes
from web.phrase.choosing import chips_of
from web.reading.whole import Whole
from web.shelf import held_report, shelf

LEASTS: Final = (8, 12, 20, 30)  # lengths that can be chosen on the page


class Row(NamedTuple):
    """A passage of the page, where it stands in the report, where it is searched, and its oldest
    place."""

    passage: Passage
    here: str
    searched: str
    oldest: str


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/r/<identity>/shared", "shared_page", shared_page)
    app.add_url_rule(SENTENCES, "sentences_page", sentences_page)


def shared_page(identity: str) -> str:
    """What a report shares with those of other issuers, and with its own earlier years."""
    state, report = read_sharing(request.args), held_report(shelf(), identity)
    whole, reading = Whole(report.sections), Reading(lang=state.lang)
    asked = Compared(whole.text, report=report.id, least=state.least, filters=state.filters)
    found = shelf().engine.passages(asked)
    own = found.own_years.passages if found.own_years else ()
    return render_template(
        "shared.html",
        state=State(Request(), lang=state.lang),
        asked=state,
        reading=reading,
        report=report,
        found=found,
        notes=list(notes(found)),
        rows=rows(chosen(found, state.shown), whole, report.id, reading),
        own=rows([each for each in own if each.whole_clauses], whole, report.id, reading),
        masked=[
            (each, here(whole, each.start, report.id, reading), holder_url(each.oldest, state.lang))
            for each in widest(found)
        ],
        leasts=_leasts(identity, state),
        kinds=_kinds(identity, state),
        margin=links.report(report.id, Reading(lang=state.lang, shared=True)),
        table=of_report(identity, state, ".csv"),
    )


def chosen(found: Passages, shown: str) -> list[Passage]:
    """The passages that are listed: those in titles alone go last."""
    every = found.formulas if shown == "formula" else found.passages
    listed = [each for each in every if each.whole_clauses or shown == "all"]
    return sorted(listed, key=lambda each: each.in_title_marks)


def widest(found: Passages, most: int = 30) -> list[Masked]:
    """The sentences that most issuers have, most first; those that one has just so are told of
    already."""
    ends = [each.end for each in found.stretches]

    def is_told(each: Masked) -> bool:
        """Whether a sentence stands in one stretch that is shared."""
        at = bisect_left(ends, each.end)
        return at < len(ends) and found.stretches[at].start <= each.start

    told = [each for each in found.sentences if each.bodies > 1 or not is_told(each)]
    return sorted(told, key=lambda each: (-each.bodies, each.start))[:most]


def most_held(passages: Sequence[Passage], most: int = 60) -> list[Passage]:
    """What is no mere title: whole clauses first, and those that most issuers have."""
    told = [each for each in passages if not each.in_title_marks]
    return sorted(told, key=lambda each: (not each.whole_clauses, -each.bodies, each.start))[:most]


def rows(passages: Sequence[Passage], whole: Whole, identity: str, reading: Reading) -> list[Row]:
    """Passages with their addresses."""
    lang = reading.lang
    return [
        Row(
            each,
            here(whole, each.start, identity, reading),
            phrase(each.text, lang),
            holder_url(each.oldest, lang),
        )
        for each in passages
    ]


def here(whole: Whole, start: int, identity: str, reading: Reading) -> str:
    """The report at a place of its text."""
    section, character = whole.at(start)
    return links.hit(identity, section.id, reading, section.text.count("\n", 0, character) + 1, character)


def _leasts(identity: str, state: Sharing) -> list[Choice]:
    every = sorted({*LEASTS, state.least})
    return [
        Choice(gettext("%(n)s 字", n=least), of_report(identity, state, least=least), least == state.least)
        for least in every
    ]


def _kinds(identity: str, state: Sharing) -> list[Choice]:
    names = {"clauses": gettext("整句"), "formula": gettext("套话"), "all": gettext("全部字串")}
    return [Choice(names[each], of_report(identity, state, shown=each), each == state.shown) for each in SHOWN]


def sentences_page() -> str:
    """The sentences that most issuers of a selection write."""
    state = read_sharing(request.args)
    found = widespread(state)
    before, after = state.offset - state.limit, state.offset + state.limit
    return render_template(
        "sentences.html",
        state=State(Request(), lang=state.lang),
        found=found,
        rows=[(each, phrase(each.text, state.lang), holder_url(each.oldest, state.lang)) for each in found.sentences],
        chips=chips_of(state.filters, lambda filters: sentences(state, filters=filters)),
        before=sentences(state, offset=max(0, before)) if state.offset else None,
        after=sentences(state, offset=after) if after < found.total else None,
        page=state.offset // state.limit + 1,
        page_total=max(1, -(-found.total // state.limit)),
        table=sentences(state, "/sentences.csv"),
        first=state.offset,
    )
