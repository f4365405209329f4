"""Which of the reports that are named comes first: the one whose number or title was typed, then
those that what was typed ends the title of (the last words of a title say what it is), or stands
in unbroken."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index.characters.arrays import Array, Ints
from index.characters.lookup import GAP
from search.match.lookup import NONE
from search.match.segment_view import SegmentView
from search.name.called import TITLE, called
from search.name.holding import BEHIND_YEARS, whole, year_of
from search.name.searched import Searched
from search.query.syntax import And, Node, Phrase, Run

# How well a title answers, best first. Of 96 titles typed as they are printed (101 reports) the
# right report is named first for 96, without this for 95; 45 «YYYY年政府工作报告» of the nation all
# are, either way. That a decision on a report (…报告的决议) comes behind the report is for ENDS, which
# those questions do not ask (2026-11-28).
EQUAL, ENDS, UNBROKEN, SCATTERED = range(4)


def ranked(found: Searched, reports: Ints, most: int) -> tuple[Ints, Ints]:
    """The best `most` of `reports` (codes), and how well the title of each of all answers, best
    first. Reports that answer alike stand as in `Called.standing`."""
    ways = tiers(found, reports)
    keys = ways * len(found.view.snapshot.values["report"]) + called(found.view).standing[reports]
    near = np.argpartition(keys, most)[:most] if len(keys) > most else np.arange(len(keys))
    return reports[near[np.argsort(keys[near])]], np.sort(ways)


def tiers(found: Searched, reports: Ints) -> Ints:
    """How well the title of each of `reports` (codes) answers."""
    every = np.full(len(found.view.snapshot.values["report"]), SCATTERED, np.int64)
    text, last = whole(found.query), _last(found.query.node)
    for segment, kinds in zip(found.view.segments, called(found.view).kinds, strict=True):
        stands, ends, equal = _in_titles(segment, kinds, last)
        every[stands], every[ends] = UNBROKEN, ENDS
        every[equal if last == text else _in_titles(segment, kinds, text)[2]] = EQUAL
    return every[reports]


def _in_titles(segment: SegmentView, kinds: Array, text: str) -> tuple[Array, Array, Array]:
    """The reports in whose title a string stands, at whose end, and whose title it is; none for
    ""."""
    about = segment.about
    if not text or not np.diff(about.rows(text)).item():
        return NONE, NONE, NONE
    positions, docs = about.occurrences(text)
    title = kinds.take(positions) == TITLE
    if (live := segment.kept(docs)) is not None:
        title &= live
    positions, codes = positions[title], segment.segment.codes["report"].take(docs[title])
    ends = about.text.take(positions + len(text)) == GAP
    begins = positions == about.starts.take(docs[title])
    return codes, codes[ends], codes[ends & begins]


def _last(node: Node | None) -> str:
    """The last words that were typed side by side, years left out; "" where there are none."""
    return next((text for part in reversed(list(_parts(node))) for text in _stretches(part) if text), "")


def _parts(node: Node | None) -> Iterator[Run | Phrase]:
    if isinstance(node, And):
        for each in node.nodes:
            yield from _parts(each)
    elif isinstance(node, Run | Phrase):
        yield node


def _stretches(part: Run | Phrase) -> list[str]:
    """What stands between the years of a run, the last first."""
    if isinstance(part, Phrase):
        return [part.pieces[0]] if len(part.pieces) == 1 else []
    found = [""]
    for word in part.words:
        if year_of(word.text) or word.text in BEHIND_YEARS:
            found.append("")
        else:
            found[-1] += word.text
    return found[::-1]
