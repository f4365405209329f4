"""Stripping: what of a page is the report's own text, what its letterhead and signature, what the
site's furniture.

One set of rules for HTML and flattened text: the body is the heaviest run of lines
(`corpus.strip.span`), its edges are then read line by line (`corpus.strip.head`,
`corpus.strip.tail`). Between the first and the last line of the body only certain furniture goes:
do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.line.furniture import role
from corpus.line.weight import Weighed, weigh_all
from corpus.records import Loaded, Stripped, Trace
from corpus.repair.spacing import is_ocr, without_ocr_spaces
from corpus.strip.bodiless import why_bodiless
from corpus.strip.branch import own_end
from corpus.strip.container import held_by_known, narrowed
from corpus.strip.contents import contents_at
from corpus.strip.edges import inner, trimmed, without_second_copy
from corpus.strip.head import LETTER, front_of
from corpus.strip.signed import signed_above_annex
from corpus.strip.span import body_span
from corpus.strip.tail import back_of
from corpus.strip.teasers import without_teasers
from corpus.text.fold import squeeze
from corpus.title.hinted import hints, named_in_metadata, title_of_hints
from corpus.title.printed import Title, find_title
from corpus.title.whole import title_of
from corpus.wording.coded import said

# The longest report seen has some 3,000 lines, flattened tables included; more is a dump, and would
# take minutes.
MOST_LINES = 30_000
# A title may stand inside the span when a covering letter or a notice precedes it, but not past
# this share of its weight.
TITLE_WITHIN = 0.45
# The score of a title that the page's own tags give.
HINTED = 11.0
# By so much a title inside must be better than one above.
BETTER = 0.5

_HANDS_OVER = re.compile(
    r"报送|呈报|呈送|呈上|上报|随文|特此(?:报告|函告|呈报)|请(?:予)?(?:审阅|审议|审定|审示|批示|审核)"
    r"|现将.{0,80}(?:印发|公布|公开|发布|转发)|(?:现?予以?|现予)(?:公布|印发|公开)"
)
# A notice that hands a report over has a name of its own, and the page is called by it.
_NOTICE = re.compile(r"(?:通知|公告|通告|函)$")


def strip(loaded: Loaded) -> Stripped:
    """The page without its furniture; where it has no body, `bodiless` says why.

    >>> from corpus.records import Line
    >>> page = Loaded("text", (Line("首页 > 公开"), Line("一、总体情况"), Line("2023年，我局依法行政，成效明显。"), Line("打印 关闭")))
    >>> strip(page).body
    ('一、总体情况', '2023年，我局依法行政，成效明显。')
    """
    if len(loaded.lines) > MOST_LINES:
        reason = said("many_lines", n=len(loaded.lines), most=MOST_LINES)
        return Stripped((), None, (), (), (), (), loaded.receipt, reason)
    weighed = without_teasers(weigh_all(loaded.lines))
    names = (*hints(loaded.meta, loaded.title_tag), *named_in_metadata(weighed))
    span = body_span(narrowed(weighed)) or held_by_known(weighed)
    if span is None:
        return _without_body(loaded, weighed, names)
    span = without_second_copy(weighed, span)
    title = _title(weighed, span, names)
    span = trimmed(weighed, _after(weighed, span, title))
    start, end = trimmed(weighed, (span[0], own_end(weighed, span)))
    return _cut(loaded, weighed, (start, end), title, names)


def _title(weighed: Sequence[Weighed], span: tuple[int, int], names: Sequence[str]) -> Title | None:
    """The printed title before the span, or a better one inside its beginning."""
    start, end = span
    body = "".join(line.bare for line in weighed[start:end])
    before = find_title(weighed, range(start), names, body)
    within = find_title(weighed, range(start, _upper(weighed, span)), names, body)
    if within is None:
        return before
    if before and _NOTICE.search(squeeze(before.text)) and _hands_over(weighed, within, start):
        return within
    if before and before.score > HINTED:
        return before
    if before and within.score <= before.score + BETTER and not _HANDS_OVER.search(squeeze(before.text)):
        return before
    return within if _begins_anew(weighed, within, start) else before


def _begins_anew(weighed: Sequence[Weighed], title: Title, start: int) -> bool:
    """Is the title inside the span one, and no caption? A letter that hands the report over ends
    above it, or the site's head does."""
    if any(_HANDS_OVER.search(line.bare) for line in weighed[start : title.first]):
        return _hands_over(weighed, title, start)
    return weighed[title.first].line.tag in ("h1", "h2") or title.score > HINTED


def _hands_over(weighed: Sequence[Weighed], title: Title, start: int) -> bool:
    """Does a letter stand above the title, and end right there?"""
    above = [line for line in weighed[start : title.first] if line.role != "blank"]
    return any(_HANDS_OVER.search(line.bare) for line in above) and any(
        line.role in ("date", "attached", "widget", "printed") for line in above[-3:]
    )


def _upper(weighed: Sequence[Weighed], span: tuple[int, int]) -> int:
    """The line by which the given share of the span's weight has passed."""
    total, passed = sum(max(line.weight, 0.0) for line in weighed[slice(*span)]), 0.0
    for index in range(*span):
        passed += max(weighed[index].weight, 0.0)
        if passed > TITLE_WITHIN * total:
            return index
    return span[0]


def _after(weighed: Sequence[Weighed], span: tuple[int, int], title: Title | None) -> tuple[int, int]:
    """The span from behind its title on, if the title stands inside and most of the text follows
    it."""
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
    within = weighed[start:end]
    signed = signed_above_annex(within)
    back = [*(within[at].line.text.strip() for at in signed if within[at].bare), *back]
    found = inner([line for at, line in enumerate(within) if at not in signed])
    body, gone = found.body, found.gone
    printed = title.text if title and title.first < start else title_of_hints(names, loaded.meta.get("sitename"))
    opened, closed = contents_at(body)
    while closed and closed < len(body) and role(body[closed]) in LETTER:
        closed += 1
    front, body = [*front, *(line.strip() for line in body[opened:closed])], body[:opened] + body[closed:]
    gone += [Trace("table of contents", "\n".join(body[opened:closed]))] if closed else []
    if printed and is_ocr(body):
        printed = without_ocr_spaces(printed)
    head = tuple(line.line.text for line in weighed[:start])
    whole, titled = title_of(printed, head, loaded.meta, loaded.title_tag)
    return Stripped(
        head=head,
        title=whole,
        front=(*front, *found.moved),
        body=tuple(body),
        back=tuple(back),
        tail=tuple(line.line.text for line in weighed[end:]),
        receipt=(*loaded.receipt, *dropped, *gone, *left),
        gaps=tuple(found.gaps[:opened] + found.gaps[closed:]),
        titled=titled,
    )


def _without_body(loaded: Loaded, weighed: Sequence[Weighed], names: Sequence[str]) -> Stripped:
    lines = tuple(line.line.text for line in weighed)
    hinted = title_of_hints(names, loaded.meta.get("sitename"))
    title, titled = title_of(hinted, lines, loaded.meta, loaded.title_tag)
    traces = tuple(Trace(line.role or "no body", line.line.text) for line in weighed if line.bare)
    receipt = (*loaded.receipt, *traces)
    return Stripped(lines, title, (), (), (), (), receipt, why_bodiless(weighed), titled=titled)
