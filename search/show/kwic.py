"""A concordance: each occurrence on a line of its own, in its context, in an order in which
patterns show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.saying import Saying, listed
from index.characters.arrays import Array, Ints
from search.answer import KwicLine
from search.errors import BadRequest
from search.found import Found
from search.loops.stretch import as_written
from search.match.segment_view import SegmentView
from search.show.text_lines import LAST_CODE, SORTED, cut_line

ORDERS = ("left", "right", "zone", "year")
LEAST_CONTEXT, MOST_CONTEXT = 10, 60
_HALF = 4  # characters of 16 bits that fit into one sorting key


@dataclass(frozen=True, slots=True, eq=False)
class Occurrences:
    """All occurrences found: segment, document, offsets in the segment's folded text, the place of
    the section in the corpus, and 0 for a bare run that stands unbroken, else 1."""

    segments: Ints
    docs: Ints
    starts: Ints
    ends: Ints
    keys: Ints
    broken: Array

    def only(self, wanted: Ints) -> Occurrences:
        """The occurrences at these indices, in this order."""
        return Occurrences(*(getattr(self, name)[wanted] for name in self.__slots__))


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """A concordance: its occurrences in order, each a line that is read when it is asked for."""

    found: Found
    given: Occurrences

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.given.docs)

    def page(self, offset: int, limit: int, context: int) -> list[KwicLine]:
        """So many lines from one of them on."""
        wanted = np.arange(offset, max(offset, min(offset + limit, len(self))))
        return lines(self.found, self.given.only(wanted), context)


def check(context: int, order: str, sample: int | None) -> None:
    """Raises BadRequest for a context, order or sample size that means nothing."""
    if not LEAST_CONTEXT <= context <= MOST_CONTEXT:
        raise BadRequest(
            Saying(
                "上下文是 %(n)s 个字；请给 %(least)s 到 %(most)s 之间的数。",
                n=context,
                least=LEAST_CONTEXT,
                most=MOST_CONTEXT,
            )
        )
    if order not in ORDERS:
        raise BadRequest(Saying("不能按“%(order)s”排列；请选 %(orders)s 之一。", order=order, orders=listed(ORDERS)))
    if sample is not None and sample < 1:
        raise BadRequest(Saying("抽样数是 %(n)s；请给 1 或更大的数。", n=sample))


def occurrences(found: Found, sample: int | None = None, seed: int = 0) -> Occurrences:
    """All occurrences, newest section first, or a random sample of them that the same seed gives
    again."""
    parts: list[tuple[Array, ...]] = [(np.zeros(0, np.int64),) * 6]  # an index may have no segment
    for segment, keys in enumerate(found.view.keys("newest")):
        placed = found.placed(segment)
        docs = found.lookups[segment].docs(placed)
        broken = (~found.unbroken(segment, placed)).astype(np.int8)
        parts.append((np.full(len(docs), segment), docs, placed.starts, placed.ends, keys[docs], broken))
    all_ = Occurrences(*(np.concatenate(part) for part in zip(*parts, strict=True)))
    all_ = all_.only(np.lexsort((all_.ends, all_.starts, all_.keys)))
    if sample is None or sample >= len(all_.docs):
        return all_
    return all_.only(np.sort(np.random.default_rng(seed).choice(len(all_.docs), sample, replace=False)))


def ordered(found: Found, given: Occurrences, order: str) -> Occurrences:
    """The occurrences sorted by what stands left or right of them, by zone or by year; unbroken
    runs before all others."""
    if order == "year":
        return _sorted(given)
    if order == "zone":
        keys = np.zeros(len(given.docs), np.int64)
        for segment, zone_keys in enumerate(found.view.keys("zone")):
            inside = given.segments == segment
            keys[inside] = zone_keys[given.docs[inside]]
        return _sorted(given, keys)
    near, far = _context_keys(found, given, order)
    return _sorted(given, far, near)


def _sorted(given: Occurrences, *keys: Array) -> Occurrences:
    """By `keys`, the last first of all; but unbroken runs before all others."""
    if not given.broken.all():
        keys = (*keys, given.broken)
    return given.only(np.lexsort(keys)) if keys else given


def _context_keys(found: Found, given: Occurrences, order: str) -> tuple[npt.NDArray[np.uint64], ...]:
    """The characters beside each occurrence, nearest first, packed into two numbers that sort as
    they do."""
    keys = np.zeros((2, len(given.docs)), np.uint64)
    for segment, view in enumerate(found.view.segments):
        inside = np.flatnonzero(given.segments == segment)
        at, step = (given.starts[inside] - 1, -1) if order == "left" else (given.ends[inside], 1)
        keys[:, inside] = _packed(view, at, step)
    return keys[0], keys[1]


def _packed(view: SegmentView, at: Ints, step: int) -> npt.NDArray[np.uint64]:
    text, keys = view.text.text, np.zeros((2, len(at)), np.uint64)
    going = np.ones(len(at), np.bool_)
    for number in range(SORTED):
        place = at + number * step
        codes = np.where((place >= 0) & going, text[np.clip(place, 0, len(text) - 1)], 0)
        going &= codes != 0
        half = keys[number // _HALF]
        half <<= np.uint64(16)
        half |= np.minimum(codes, LAST_CODE).astype(np.uint64)
    return keys


def lines(found: Found, given: Occurrences, context: int) -> list[KwicLine]:
    """The occurrences with what stands beside them in their paragraph, at most `context` characters
    on each side."""
    rows = zip(*(getattr(given, name).tolist() for name in ("segments", "docs", "starts", "ends")), strict=True)
    return [_line(found.view.segments[segment], doc, start, end, context) for segment, doc, start, end in rows]


def _line(view: SegmentView, doc: int, start: int, end: int, context: int) -> KwicLine:
    begin = int(view.text.starts[doc])
    ((first, last),) = as_written(view.text, doc, [(start - begin, end - begin)])
    text = view.text.shown(doc)
    return cut_line(view.segment.stored(doc), text, first, last, context)
