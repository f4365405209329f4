"""The front page and the page of results: what a person sees of a search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from search.answer import Answer, KwicLine
from search.engine import Engine
from web.address import links
from web.address.filters import has_span
from web.address.parameters import ORDERS, Reading, State, read_search
from web.address.telling import address, of_search
from web.finding.listed import listed
from web.finding.room import ROOMS, Room, fitting
from web.finding.same_text import elsewhere, folded, text_of
from web.finding.span import span
from web.finding.turning import PAGE, turned, turning
from web.finding.ways_in import ways_in
from web.finding.weight import weight
from web.kept import kept
from web.language.choices import (
    context_choices,
    exact_link,
    exports,
    ordered_by,
    quoting,
    sample_choice,
    sort_choices,
    view_choices,
)
from web.language.languages import current
from web.pages.by_report import Group, by_report
from web.pages.examples import living_examples
from web.pages.facet_list import chips, facets
from web.pages.nothing_found import nothing, to_find_more
from web.portrait.held import held_by_year
from web.portrait.profile import profile
from web.record.answer_record import all_named, readings
from web.record.concordance import kwic_lines
from web.shelf import shelf

# What a view needs, in the room there is.
Show: TypeAlias = Callable[[Room], dict[str, Any]]
ONE_ROW = 20  # characters either side of a hit that stand in one row of a desktop's window beside what names them


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/", "front", front)
    app.add_url_rule("/search", "search_page", results)


def front() -> str:
    """The box, three examples that find something, and what is held."""
    engine = shelf().engine
    return kept(engine.version, lambda: _drawn(engine))


def _drawn(engine: Engine) -> str:
    state = State(lang=current())
    return render_template(
        "front.html",
        state=state,
        held=engine.held(),
        examples=[(phrase, count, quoting(state, phrase)) for phrase, count in living_examples(engine)],
        ways=ways_in(shelf().facts(), state),
    )


def results() -> str | Response:
    """The hits of a search, one a section, or one a line; 302 to its one address where a form names
    the years by their ends, or a page by its number."""
    state = read_search(request.args)
    if has_span(request.args) or PAGE in request.args:
        return redirect(links.search(turned(state)))
    # Of one version, so that what was found for the figures is not looked for again for the list.
    engine = shelf().engine.pinned() if state.view == "reports" else shelf().engine
    listing = state.view == "list"
    answer = engine.search(replace(state.request, partial=listing, same=listing))
    around = _around(answer, state)
    show = VIEWS[state.view](answer, state, engine)
    weigh = weight(answer, state, around["profile"])
    shown = cache(show)
    widest = shown(ROOMS[0])
    return fitting(
        lambda room: _page(room, answer, state, {**around, **shown(room)}),
        lambda room: weigh(room, widest),
        len(widest["noted"]),
    )


def _page(room: Room, answer: Answer, state: State, shown: dict[str, Any]) -> str:
    return render_template(
        "results.html", room=room, state=state, answer=answer, facets=facets(answer, state, room), **shown
    )


def _around(answer: Answer, state: State) -> dict[str, Any]:
    """What stands around the hits, whatever the room."""
    by_year = held_by_year(shelf().facts(), state.request.filters)
    return {
        "span": span(state, by_year),
        "chips": chips(answer, state),
        "cleared": links.search(links.without_filters(state)),
        "sorts": sort_choices(state),
        "views": view_choices(state),
        "exports": exports(state),
        "readings": readings(answer, state, links.SEARCH),
        "all_named": all_named(answer, state),
        "exact": exact_link(answer, state),
        "nothing": None if answer.total.sections else nothing(answer.explanation, state),
        "more": to_find_more(answer.explanation, state) if answer.total.sections else (),
        "profile": profile(answer, state, shelf().facts(), by_year),
        "told_at": address(of_search(state)) if answer.text.strip() and answer.total.sections else None,
        "unit": "reports" if answer.whole else "sections",
    }


def list_view(answer: Answer, state: State, engine: Engine) -> Show:  # noqa: ARG001
    """What the list of hits needs: the hits, those that hold some of the words only, both with the
    same text once, and the pages before and after."""
    reading = Reading(q=answer.text, lang=state.lang)
    parts = answer.partial.hits if answer.partial else ()
    whole = [listed(hit, reading) for hit in answer.hits]
    some = [listed(hit, reading, lacks) for hit, lacks in parts]
    sections = answer.given + (answer.partial.sections if answer.partial else 0)

    def show(room: Room) -> dict[str, Any]:
        first, then = room.cut(whole), room.cut(some, len(whole))
        return {
            "hits": folded(first, lambda each: text_of(each.hit)),
            "some": folded(then, lambda each: text_of(each.hit)),
            "elsewhere": elsewhere(replace(answer, hits=room.first(answer.hits), same=room.first(answer.same))),
            "noted": [each.hit.report for each in (*first, *then)],
            **turning(state, sections, room),
        }

    return show


def report_view(answer: Answer, state: State, engine: Engine) -> Show:
    """What the list of reports needs: a page of them, each with its matching sections."""
    if answer.whole:
        every, whole, total = [Group(hit, (), (), 0) for hit in answer.hits], True, answer.given
    else:
        found, whole = by_report(engine, state.request) if answer.total.sections else ([], True)
        every, total = found[state.request.offset :], len(found)

    def show(room: Room) -> dict[str, Any]:
        groups = [group.within(room.sections) for group in room.first(every[: state.request.limit])]
        return {
            "groups": groups,
            "whole": whole,
            "noted": [group.first.report for group in groups],
            "reading": Reading(q=answer.text, lang=state.lang),
            **turning(state, total, room),
        }

    return show


def kwic_view(answer: Answer, state: State, engine: Engine) -> Show:  # noqa: ARG001
    """What the concordance needs: a line an occurrence, sorting links, and the pages before and
    after."""
    total, lines = kwic_lines(state)
    reading = Reading(q=state.request.q, lang=state.lang)
    given = {
        "orders": {order: ordered_by(state, order) for order in ORDERS},
        "contexts": context_choices(state),
        "sampled": sample_choice(state, total),
        "wide": state.context > ONE_ROW,
        "line_note": engine.line_note(state.request, total, state.order),
        "line_total": total,
    }

    def show(room: Room) -> dict[str, Any]:
        rows = [_row(line, reading) for line in room.first(lines)]
        noted = [line.report for line, _, _ in rows]
        return {"lines": rows, "noted": noted, "lengths": room.lengths(state), **given, **turning(state, total, room)}

    return show


def _row(line: KwicLine, reading: Reading) -> tuple[KwicLine, tuple[str, str, str], str]:
    url = links.hit(line.report, line.section, reading, line.paragraph, line.start)
    return line, (line.left, line.match, line.right), url


VIEWS = {"list": list_view, "kwic": kwic_view, "reports": report_view}
