"""Stripping: what of a page is the report's own text, what its letterhead and signature, what the site's furniture.

One set of rules for HTML and flattened text: the body is the heaviest run of lines (`corpus.region`), its edges are then read
line by line (`corpus.edges`). Between the first and the last line of the body only certain furniture goes: do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.container import narrowed
from corpus.edges import back_of, front_of, inner, trimmed
from corpus.fold import squeeze
from corpus.records import Loaded, Stripped, Trace
from corpus.refusal import no_body, no_report
from corpus.region import Weighed, body_span, weigh
from corpus.spacing import is_ocr, without_ocr_spaces
from corpus.title import Title, find_title, hints, title_of_hints

# A title may stand inside the span when a covering letter or a notice precedes it, but not past this share of its lines.
TITLE_WITHIN = 0.3


def strip(loaded: Loaded) -> Stripped:
    """The page without its furniture; `refused` says why it is no report, with whatever body there is kept.

    >>> from corpus.records import Line
    >>> page = Loaded("text", (Line("首页 > 公开"), Line("一、总体情况"), Line("2023年，我局依法行政，成效明显。"), Line("打印 关闭")))
    >>> strip(page).body
    ('一、总体情况', '2023年，我局依法行政，成效明显。')
    """
    weighed = [weigh(line) for line in loaded.lines]
    names = hints(loaded.meta, loaded.title_tag)
    span = body_span(narrowed(weighed))
    if span is None:
        return _without_body(loaded, weighed, names)
    title = _title(weighed, span, names)
    start, end = trimmed(weighed, _after(weighed, span, title))
    return _cut(loaded, weighed, (start, end), title, names)


def _title(weighed: Sequence[Weighed], span: tuple[int, int], names: Sequence[str]) -> Title | None:
    """The printed title before the span, or a better one inside its beginning."""
    start, end = span
    before = find_title(weighed, start, names)
    within = find_title(weighed, start + int((end - start) * TITLE_WITHIN), names)
    if within is None or within.first < start or (before and within.score <= before.score + 0.5):
        return before
    return within


def _after(weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None) -> tuple[int, int]:
    """The span from behind its title on, if the title stands inside and most of the text follows it."""
    start, end = span
    if title is None or title.last <= start:
        return span
    above = sum(max(line.weight, 0) for line in weighed[start : title.first])
    below = sum(max(line.weight, 0) for line in weighed[title.last : end])
    first = next((at for at in range(title.last, end) if weighed[at].prose or weighed[at].heading), end)
    return (first, end) if above < below and first < end else span


def _cut(
    loaded: Loaded, weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None, names: Sequence[str]
) -> Stripped:
    start, front, dropped = front_of(weighed, span, title)
    end, back, left = back_of(weighed, (start, span[1]))
    body, moved, gone = inner(weighed[start:end])
    printed = title.text if title and title.first < start else title_of_hints(names, loaded.meta.get("sitename"))
    if printed and is_ocr(body):
        printed = without_ocr_spaces(printed)
    return Stripped(
        head=tuple(line.line.text for line in weighed[:start]),
        title=printed,
        front=(*front, *moved),
        body=tuple(body),
        back=tuple(back),
        tail=tuple(line.line.text for line in weighed[end:]),
        receipt=(*loaded.receipt, *dropped, *gone, *left),
        refused=no_report(printed, body),
    )


def _without_body(loaded: Loaded, weighed: Sequence[Weighed], names: Sequence[str]) -> Stripped:
    lines = tuple(line.line.text for line in weighed)
    title = title_of_hints(names, loaded.meta.get("sitename"))
    traces = tuple(Trace(line.role or "no body", line.line.text) for line in weighed if squeeze(line.line.text))
    return Stripped(lines, title, (), (), (), (), (*loaded.receipt, *traces), no_body(weighed))
