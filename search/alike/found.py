"""The sections like a topic: the best of each other issuer, and those of the issuer's other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from corpus.saying import Saying
from index.characters.arrays import Bools, Floats, Ints
from search.across.elsewhere import Alike, Like, Topic, Word
from search.alike.keywords import key_words
from search.alike.scored import scored
from search.loops import chosen
from search.match.lookup import Lookup
from search.match.segment_view import SegmentView
from search.match.view import View
from search.show.hits import hit
from search.show.snippet import snippet

# Of the best score: what scores less is mostly another topic, and few are better than wrong ones.
LEAST: Final = 0.4


class _Scored(NamedTuple):
    """Sections of all segments side by side: score, place in the order of issuers and sections, the
    issuer's code (each report without one is its own), the report's code, segment and document."""

    score: Floats
    key: Ints
    body: Ints
    report: Ints
    segment: Ints
    doc: Ints


def alike(view: View, topic: Topic, limit: int, only_part: bool = False) -> Alike:
    """Answer a topic. `only_part`: of the same part and kind alone, however little they share."""
    lookups = [Lookup(segment) for segment in view.segments]
    words = key_words(view, lookups, topic)
    if not words:
        note = Saying("这一段除了数字和名称没有能比的词，所以找不出相近的段落。")
        return Alike(view.snapshot.version, (), (), (), (note,))
    every = _flat(view, scored(view, lookups, topic, words))
    own = _own(view, every.body, topic.zone)
    others = _best(every, every.body, ~own & _of_part(view, every, topic) if only_part else ~own)
    years = sorted(_best(every, every.report, own), key=lambda at: _year(view, every, at))
    if not only_part and others:
        others = [at for at in others if every.score[at] >= LEAST * every.score[others[0]]]
    shown = [tuple(_like(view, every, at, words) for at in some) for some in (others[:limit], years[-limit:])]
    return Alike(view.snapshot.version, tuple(words), shown[0], shown[1])


def _flat(view: View, scores: Sequence[Floats]) -> _Scored:
    found = [_of_segment(view, n, segment, scores[n]) for n, segment in enumerate(view.segments)]
    if not found:
        return _Scored(np.zeros(0), *[np.zeros(0, np.int64)] * 5)
    return _Scored(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _of_segment(view: View, number: int, segment: SegmentView, scores: Floats) -> _Scored:
    docs = np.flatnonzero(scores)
    codes = segment.segment.codes
    zone, report = codes["zone"][docs].astype(np.int64), codes["report"][docs].astype(np.int64)
    zones = view.snapshot.values["zone"]
    nobody = zone == (zones.index("") if "" in zones else -1)
    body = np.where(nobody, len(zones) + report, zone)
    return _Scored(scores[docs], view.keys("zone")[number][docs], body, report, np.full(len(docs), number), docs)


def _own(view: View, body: Ints, zone: str | None) -> Bools:
    zones = view.snapshot.values["zone"]
    found: Bools = body == (zones.index(zone) if zone and zone in zones else -1)
    return found


def _of_part(view: View, every: _Scored, topic: Topic) -> Bools:
    """Which sections are of the topic's part and kind."""
    found = np.zeros(len(every.doc), np.bool_)
    for number, segment in enumerate(view.segments):
        here = every.segment == number
        for column, value in (("part", topic.part or ""), ("kind", topic.kind)):
            values = view.snapshot.values[column]
            code = values.index(value) if value in values else -1
            same = segment.segment.codes[column][every.doc[here]] == code
            found[here] = same if column == "part" else found[here] & same
    return found


def _best(every: _Scored, group: Ints, kept: Bools) -> list[int]:
    """The best section of each group among those kept, best first; of equal ones the first in the
    order of issuers and sections."""
    places = np.flatnonzero(kept)
    if not len(places):
        return []
    of, score = group[places], every.score[places]
    top = np.zeros(int(of.max()) + 1)
    np.maximum.at(top, of, score)
    tied = places[score == top[of]]
    first: dict[int, int] = {}
    for at in tied[np.lexsort((every.key[tied], -every.score[tied]))].tolist():
        first.setdefault(group.item(at), at)
    return list(first.values())


def _year(view: View, every: _Scored, at: int) -> tuple[int, int]:
    values = view.snapshot.values["year"]
    year = values[view.of_reports("year").item(every.report.item(at))]
    return int(year or 0), every.key.item(at)


def _like(view: View, every: _Scored, at: int, words: Sequence[Word]) -> Like:
    segment, doc = view.segments[every.segment.item(at)], every.doc.item(at)
    matched = tuple(_matched(segment, doc, words))
    found = chosen.loops.shown(segment.text, doc, list(matched)) or snippet(segment.text.shown(doc), [])
    times = sum(len(segment.text.places(doc, word)) for word in matched)
    return Like(hit(segment, doc, every.score.item(at), times, *found), matched)


def _matched(segment: SegmentView, doc: int, words: Sequence[Word]) -> Iterator[str]:
    return (word.text for word in words if segment.text.places(doc, word.text))
