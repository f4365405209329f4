"""The answer to a search, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import click

from corpus.saying import Saying
from search.answer import Answer, Hit, Note, Snippet
from search.name.listing import listing
from web.address.parameters import State
from web.commands.speech import visible
from web.language.terminal import _, counted, joined_names, spoken
from web.pages.nothing_found import Nothing, WayOut, nothing, to_find_more
from web.record.answer_record import hit_url

WAYS: Final = {
    "shorter": Saying("写着其中一截的："),
    "apart": Saying("字间有标点或分段的："),
    "filter": Saying("去掉筛选："),
    "without": Saying("只找："),
}


def lines(answer: Answer, state: State, hits: Iterator[Hit], root: str = "") -> Iterator[str]:
    """The answer as one reads it in a terminal; addresses begin with `root`, that of the site."""
    units = ("sections", "reports", "zones", "occurrences")
    counts = " · ".join(counted(unit, getattr(answer.total, unit)) for unit in units)
    yield f"{counts}    {spoken(answer.interpreted)}"
    yield from map(spoken, answer.notes)
    yield from map(_reading, answer.readings)
    yield from _named(answer)
    for hit in hits:
        yield ""
        yield from _hit(hit, answer.text, root)
    if answer.total.sections:
        yield from _more(to_find_more(answer.explanation, state))
    else:
        yield from why(nothing(answer.explanation, state))
    yield from _partial(answer, root)


def _reading(note: Note) -> str:
    said = _("%(what)s。", what=spoken(note.text))
    return said + _("%(name)s：%(reason)s", name=spoken(note.label), reason=note.q) if note.q else said


def _named(answer: Answer) -> Iterator[str]:
    """The issuers and reports that the query names."""
    for body in answer.bodies:
        yield _("主体：%(name)s", name=visible(body.zone)) + f"  {counted('reports', body.reports)}"
    for report in answer.reports[: answer.named.shown]:
        named = "  ".join(filter(None, (report.report, visible(report.title), visible(report.number or ""))))
        yield _("报告：%(name)s", name=named)
    if answer.named.reports > answer.named.shown:
        q = listing(answer.text)
        said = _("标题、主体、年份或文号相符的报告，共 %(n)s 份", n=f"{answer.named.reports:,}")
        yield _("%(name)s：%(reason)s", name=said, reason=q) if q else said


def _partial(answer: Answer, root: str) -> Iterator[str]:
    """What holds only some of the words, apart from the hits."""
    if answer.partial is None or not answer.partial.hits:
        return
    yield "\n" + _("以下写着其中几个词（%(n)s 段，不计入上面的数）：", n=f"{answer.partial.sections:,}")
    for hit, lacks in answer.partial.hits:
        yield ""
        yield from _hit(hit, answer.text, root)
        yield "  " + _("没有写到：%(words)s", words=joined_names(map(visible, lacks)))


def why(found: Nothing) -> Iterator[str]:
    """Why nothing is found, and what is."""
    if found.missing:
        yield _("收录的报告里没有一段写着：%(words)s。", words=joined_names(found.missing))
    for way in found.ways:
        yield f"  {spoken(WAYS[way.kind])}{spoken(way.what)}  {counted('sections', way.sections)}"


def _more(ways: Sequence[WayOut]) -> Iterator[str]:
    if ways:
        yield "\n" + _("去掉一个词，能找到更多：")
    for way in ways:
        without = _("去掉 %(what)s", what=way.what)
        yield f"  {without}  {counted('sections', way.sections)}"


def _hit(hit: Hit, text: str, root: str) -> Iterator[str]:
    place = " ".join(str(value) for value in (hit.zone or hit.title, hit.year) if value)
    path = " › ".join(hit.headings)
    yield click.style(visible(place), bold=True) + (f"  {visible(path)}" if path else "")
    yield "  " + _marked(hit.snippet)
    yield click.style(f"  {root}{hit_url(hit.report, hit.section, text)}", dim=True)


def _marked(snippet: Snippet) -> str:
    """The snippet with its matches in colour; plain text where output is no terminal."""
    pieces, here = [], 0
    for start, end in snippet.ranges:
        pieces += [
            _inline(snippet.text[here:start]),
            click.style(_inline(snippet.text[start:end]), fg="red", bold=True),
        ]
        here = end
    return "".join([*pieces, _inline(snippet.text[here:])])


def _inline(text: str) -> str:
    """A piece of text as part of one line."""
    return visible(text.replace("\n", " "))
