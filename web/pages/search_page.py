"""The front page and the page of results: what a person sees of a search."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask, render_template, request

from search.answer import Answer, Hit, Snippet
from search.show.kwic import note
from search.show.snippet import WIDTH
from web.address import links
from web.address.parameters import ORDERS, State, read_search
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
from web.pages.by_report import by_report
from web.pages.examples import living_examples
from web.pages.facet_list import chips, facets
from web.pages.nothing_found import nothing, to_find_more
from web.pages.profile import profile
from web.pages.tile_map import tile_map
from web.record.answer_record import hit_url, readings
from web.record.concordance import kwic_lines
from web.shelf import shelf

LEAST_SHARED = 4  # characters of a heading repeated by a snippet: fewer may be chance
SENTENCE_ENDS = tuple('。．!！?？;；:：…”’"』」）)》】')
STRIPPED = 2  # characters of white space that a full snippet may have lost at its ends
NUMBER_CUT = re.compile(r"[\d,.，、]+$")  # half a number is another number; a comma before an ellipsis is one too many
AFTER_HEADING = "。．.：: \u3000\n"  # what closes a heading: not worth a place at the beginning of a snippet


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/", "front", front)
    app.add_url_rule("/search", "search_page", results)


def front() -> str:
    """The box, three examples that find something, and what is held."""
    engine = shelf().engine
    state = State(lang=current())
    return render_template(
        "front.html",
        state=state,
        held=engine.held(),
        examples=[(phrase, count, quoting(state, phrase)) for phrase, count in living_examples(engine)],
    )


def results() -> str:
    """The hits of a search, one a section, or one a line."""
    state = read_search(request.args)
    engine = shelf().engine
    answer = engine.search(state.request)
    shown = VIEWS[state.view](answer, state)
    return render_template(
        "results.html",
        state=state,
        answer=answer,
        facets=facets(answer, state),
        chips=chips(answer, state),
        cleared=links.search(links.without_filters(state)),
        sorts=sort_choices(state),
        views=view_choices(state),
        exports=exports(state),
        readings=readings(answer, state, links.SEARCH),
        exact=exact_link(answer, state),
        nothing=None if answer.total.sections else nothing(answer.explanation, state),
        more=to_find_more(answer.explanation, state) if answer.total.sections else (),
        profile=profile(answer, state),
        tiles=tile_map(answer.facets.get("region", ()), state),
        **shown,
    )


def list_view(answer: Answer, state: State) -> dict[str, Any]:
    """What the list of hits needs: each hit with its addresses, and the pages before and after."""
    text, lang = answer.text, state.lang
    hits = [
        (
            hit,
            hit_url(hit.report, hit.section, text, lang=lang),
            hit_url(hit.report, hit.section, text, hit.paragraph, lang),
            links.permalink(hit.report, hit.section),
        )
        for hit in answer.hits
    ]
    snippets = [excerpt(hit) for hit in answer.hits]
    return {"hits": hits, "snippets": snippets, **turning(state, answer.total.sections)}


def own_heading(hit: Hit) -> tuple[Snippet, Snippet]:
    """The hit's own heading and the snippet, each with its marks: a snippet that begins with (the
    end of) the heading gives it up."""
    heading = hit.headings[-1] if hit.headings else ""
    text, ranges = hit.snippet.text, hit.snippet.ranges
    cut = _shared(heading, text)
    if not cut or any(start < cut < end for start, end in ranges):
        return Snippet(heading, ()), hit.snippet
    before = len(heading) - cut
    rest = cut + len(text[cut:]) - len(text[cut:].lstrip(AFTER_HEADING))
    own = tuple((start + before, end + before) for start, end in ranges if end <= cut)
    behind = tuple((start - rest, end - rest) for start, end in ranges if start >= rest)
    return Snippet(heading, own), Snippet(text[rest:], behind)


def excerpt(hit: Hit) -> tuple[Snippet, Snippet, bool]:
    """The hit's own heading, the snippet behind it, and whether that breaks off in the middle of a
    sentence."""
    heading, rest = own_heading(hit)
    goes_on = len(hit.snippet.text) >= WIDTH - STRIPPED and not rest.text.endswith(SENTENCE_ENDS)
    return heading, whole_numbers(rest) if goes_on else rest, goes_on


def whole_numbers(snippet: Snippet) -> Snippet:
    """A snippet without the number its end cuts, unless that is marked.

    >>> whole_numbers(Snippet("增加到1", ())).text
    '增加到'
    """
    cut = NUMBER_CUT.search(snippet.text)
    if not cut or any(end > cut.start() for _, end in snippet.ranges):
        return snippet
    return Snippet(snippet.text[: cut.start()], snippet.ranges)


def _shared(heading: str, text: str) -> int:
    """How many characters the end of the heading and the beginning of the text share; 0 where that
    may be chance."""
    lengths = range(min(len(heading), len(text)), LEAST_SHARED - 1, -1)
    return next((length for length in lengths if heading.endswith(text[:length])), 0)


def report_view(answer: Answer, state: State) -> dict[str, Any]:
    """What the list of reports needs: a page of them, each with its matching sections."""
    groups, whole = by_report(shelf().engine, state.request) if answer.total.sections else ([], True)
    start = state.request.offset
    page = groups[start : start + state.request.limit]
    return {"groups": page, "whole": whole, "hit_url": hit_url, **turning(state, len(groups))}


def kwic_view(answer: Answer, state: State) -> dict[str, Any]:  # noqa: ARG001
    """What the concordance needs: a line an occurrence, sorting links, and the pages before and
    after."""
    total, lines = kwic_lines(state)
    rows = [
        (
            line,
            (line.left, line.match, line.right),
            hit_url(line.report, line.section, state.request.q, line.paragraph, state.lang),
        )
        for line in lines
    ]
    orders = {order: ordered_by(state, order) for order in ORDERS}
    given = {"contexts": context_choices(state), "sampled": sample_choice(state, total)}
    return {
        "lines": rows,
        "line_total": total,
        "line_note": note(total, state.order),
        "orders": orders,
        **given,
        **turning(state, total),
    }


VIEWS = {"list": list_view, "kwic": kwic_view, "reports": report_view}


def turning(state: State, total: int) -> dict[str, Any]:
    """The pages around this one: addresses or None, and where we are."""
    offset, limit = state.request.offset, state.request.limit
    before = links.search(links.with_request(state, offset=max(0, offset - limit))) if offset else None
    after = links.search(links.with_request(state, offset=offset + limit)) if offset + limit < total else None
    pages = max(1, -(-total // limit))
    return {"before": before, "after": after, "page": min(offset // limit + 1, pages), "page_total": pages}
