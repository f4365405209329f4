"""The front page and the page of results: what a person sees of a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Flask, render_template, request
from flask_babel import gettext

from search.answer import Answer, FacetValue, Hit, KwicLine, Snippet
from search.request import FACETS, SORTS
from web import links
from web.answer_record import facet_records, hit_url, masked_columns
from web.by_report import by_report
from web.examples import living_examples
from web.filters import years
from web.languages import current, facet_name, name_of, order_name, sort_name, view_name
from web.nothing_found import nothing
from web.parameters import ORDERS, State, read_search
from web.shelf import shelf

MOST_VALUES = 40  # of a facet in one page: three hundred zones would be most of its weight
SHOWN_VALUES = 8  # of a facet at first sight; more unfold
CONTEXTS_OFFERED = (10, 20, 40, 60)
SAMPLED = 100  # lines of a sample: as many as one reads
AFTER_HEADING = "。．.：: \u3000\n"  # what closes a heading: not worth a place at the beginning of a snippet
NAMED_BY_US = ("level", "part", "kind")  # facets whose values have names in every language


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes how things are shown. `current` is the one in use."""

    name: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A facet value as a line with a bar; `share` is its part of the facet's largest count, in percent."""

    label: str
    count: int
    selected: bool
    url: str
    share: int
    children: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as a list; `rest` unfolds. `chosen` counts selected values; `more` of its values are at `url` only."""

    key: str
    name: str
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]
    chosen: int
    more: int
    url: str


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
        examples=[(phrase, count, _quoting(state, phrase)) for phrase, count in living_examples(engine)],
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
        sorts=[Choice(sort_name(sort), sorted_by(state, sort), sort == state.request.sort) for sort in SORTS],
        views=view_choices(state),
        exports=exports(state),
        exact=exact_link(answer, state),
        nothing=None if answer.total.sections else nothing(answer.explanation, state),
        profile=profile(answer, state),
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
    snippets = [own_heading(hit) for hit in answer.hits]
    return {"hits": hits, "snippets": snippets, **turning(state, answer.total.sections)}


def own_heading(hit: Hit) -> tuple[Snippet, Snippet]:
    """The hit's own heading and the snippet, each with its marks: a snippet that begins with the heading gives it up to it."""
    heading = hit.headings[-1] if hit.headings else ""
    text, ranges = hit.snippet.text, hit.snippet.ranges
    if not heading or not text.startswith(heading):
        return Snippet(heading, ()), hit.snippet
    cut = len(heading)
    if any(start < cut < end for start, end in ranges):
        return Snippet(heading, ()), hit.snippet
    rest = cut + len(text[cut:]) - len(text[cut:].lstrip(AFTER_HEADING))
    behind = tuple((start - rest, end - rest) for start, end in ranges if start >= rest)
    return Snippet(heading, tuple(pair for pair in ranges if pair[1] <= cut)), Snippet(text[rest:], behind)


def kwic_lines(state: State) -> tuple[int, list[KwicLine]]:
    """The concordance: how many lines, and those of this page."""
    engine = shelf().engine
    return engine.kwic(
        state.request, context=state.context, order=state.order, sample=state.sample or None, seed=state.seed
    )


def report_view(answer: Answer, state: State) -> dict[str, Any]:
    """What the list of reports needs: a page of them, each with its matching sections."""
    groups, whole = by_report(shelf().engine, state.request) if answer.total.sections else ([], True)
    start = state.request.offset
    page = groups[start : start + state.request.limit]
    return {"groups": page, "whole": whole, "hit_url": hit_url, **turning(state, len(groups))}


def kwic_view(answer: Answer, state: State) -> dict[str, Any]:  # noqa: ARG001
    """What the concordance needs: a line an occurrence, sorting links, and the pages before and after."""
    total, lines = kwic_lines(state)
    rows = [
        (line, masked_columns(line), hit_url(line.report, line.section, state.request.q, line.paragraph, state.lang))
        for line in lines
    ]
    orders = {order: ordered_by(state, order) for order in ORDERS}
    given = {"contexts": context_choices(state), "sampled": sample_choice(state, total)}
    return {"lines": rows, "line_total": total, "orders": orders, **given, **turning(state, total)}


VIEWS = {"list": list_view, "kwic": kwic_view, "reports": report_view}


def turning(state: State, total: int) -> dict[str, Any]:
    """The pages around this one: addresses or None, and where we are."""
    offset, limit = state.request.offset, state.request.limit
    before = links.search(links.with_request(state, offset=max(0, offset - limit))) if offset else None
    after = links.search(links.with_request(state, offset=offset + limit)) if offset + limit < total else None
    pages = max(1, -(-total // limit))
    return {"before": before, "after": after, "page": min(offset // limit + 1, pages), "page_total": pages}


def facets(answer: Answer, state: State) -> list[Facet]:
    """The facets in their order, empty ones left out."""
    return [_facet(facet, answer.facets.get(facet, ()), state) for facet in FACETS if answer.facets.get(facet)]


def _facet(facet: str, values: Sequence[FacetValue], state: State) -> Facet:
    records = facet_records(facet, values, state, links.SEARCH)
    most = max((record["count"] for record in records), default=0)
    rows = tuple(_row(facet, record, most) for record in records)
    if facet not in ("year", "region"):
        rows = (*(row for row in rows if row.selected), *(row for row in rows if not row.selected))
    chosen = sum(row.selected + sum(child.selected for child in row.children) for row in rows)
    shown = max(SHOWN_VALUES, sum(row.selected for row in rows))
    cut = shown if len(rows) > shown + 1 else len(rows)  # nobody unfolds a list for one more line
    most_rows = len(rows) if state.unfold == facet else MOST_VALUES
    url = links.search(replace(state, unfold=facet)) + f"#facet-{facet}"
    return Facet(facet, facet_name(facet), rows[:cut], rows[cut:most_rows], chosen, max(0, len(rows) - most_rows), url)


def _row(facet: str, record: dict[str, Any], most: int) -> Row:
    label = name_of(record["label"]) if facet in NAMED_BY_US or not record["value"] else record["label"]
    children = tuple(_row(facet, child, most) for child in record.get("children", ()))
    share = round(100 * record["count"] / most) if most else 0
    return Row(label, record["count"], record["selected"], record["url"], share, children)


def chips(answer: Answer, state: State) -> list[Choice]:
    """What is filtered by, each with the address that lets go of it."""
    return list(_chips(answer, state))


def _chips(answer: Answer, state: State) -> Iterator[Choice]:
    for facet in FACETS:
        chosen = state.request.filters.get(facet, ())
        labels = dict(_labels(answer.facets.get(facet, ())))
        for value in chosen:
            label = years(value) if facet == "year" and value else name_of(labels.get(value, value))
            rest = tuple(other for other in chosen if other != value)
            name = gettext("%(name)s：%(value)s", name=facet_name(facet), value=label)
            yield Choice(name, links.search(links.with_choice(state, facet, rest)))


def _labels(values: Sequence[FacetValue]) -> Iterator[tuple[str, str]]:
    for value in values:
        yield value.value, value.label
        yield from _labels(value.children)


def sorted_by(state: State, sort: str) -> str:
    """The same search in another order, from its beginning."""
    return links.search(links.with_request(state, sort=sort))


def ordered_by(state: State, order: str) -> Choice:
    """The same concordance in another order."""
    changed = replace(links.with_request(state), order=order)
    return Choice(order_name(order), links.search(changed), order == state.order)


def context_choices(state: State) -> list[Choice]:
    """How many characters of context, as links."""
    first = links.with_request(state)
    return [
        Choice(gettext("%(n)s 字", n=context), links.search(replace(first, context=context)), context == state.context)
        for context in CONTEXTS_OFFERED
    ]


def sample_choice(state: State, total: int) -> Choice | None:
    """A random sample of a long concordance, or back to all of it."""
    first = links.with_request(state)
    if state.sample:
        return Choice(gettext("这是随机抽出的；看全部"), links.search(replace(first, sample=0, seed=0)))
    if total <= SAMPLED:
        return None
    return Choice(gettext("随机抽 %(n)s 处", n=SAMPLED), links.search(replace(first, sample=SAMPLED, seed=1)))


def view_choices(state: State) -> list[Choice]:
    """The ways of showing the same search."""
    first = links.with_request(state)
    return [Choice(view_name(view), links.search(replace(first, view=view)), view == state.view) for view in VIEWS]


def exports(state: State) -> list[Choice]:
    """The same search as a file."""
    whole = links.with_request(state)
    return [
        Choice(ending.upper(), links.search(whole, f"{links.SEARCH}.{ending}")) for ending in ("csv", "json", "atom")
    ]


def exact_link(answer: Answer, state: State) -> str | None:
    """The search for the bare words as one unbroken phrase, where that is something else and finds something."""
    words = answer.text.strip()
    plain = words and not any(sign in words for sign in '"“”「」『』:：|()（）~\\*') and "-" not in words
    if not plain or not 0 < answer.total.exact < answer.total.sections:
        return None
    return _quoting(state, words)


def _quoting(state: State, phrase: str) -> str:
    quoted = '"' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return links.search(links.with_request(state, q=quoted))


def profile(answer: Answer, state: State) -> dict[str, Any] | None:
    """The small portrait beside the hits: sections by year as bars, and the zones that say it most."""
    counts = [value for value in answer.facets.get("year", ()) if value.value]
    if not state.request.q.strip() or len(counts) < 2:
        return None
    ordered = sorted(counts, key=lambda value: value.value)
    most = max(value.count for value in ordered) or 1
    bars = [
        (value, round(100 * value.count / most), links.search(links.with_choice(state, "year", value.toggled)))
        for value in ordered
    ]
    named = [value for value in answer.facets.get("zone", ()) if value.value][:5]
    zones = [Choice(value.label, links.search(links.with_choice(state, "zone", value.toggled))) for value in named]
    return {"bars": bars, "zones": list(zip(zones, (value.count for value in named), strict=True))}
