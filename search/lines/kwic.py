"""A concordance: each occurrence on a line of its own, in its context, in an order in which
patterns show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.saying import Saying, listed
from search.answer import KwicLine
from search.errors import BadRequest
from search.found import Found
from search.lines.lined_up import BY_CONTEXT, Occurrences, ordered
from search.lines.stretches import LINED_UP, Stretches, joined, stretches
from search.lines.text_lines import cut_line
from search.loops.stretch import as_written
from search.match.segment_view import SegmentView

ORDERS = ("left", "right", "zone", "year")
LEAST_CONTEXT, MOST_CONTEXT = 10, 60


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """A concordance: how many lines there are, and the occurrences from one place to before
    another, each a line that is read when it is asked for."""

    found: Found
    size: int
    between: Callable[[int, int], Occurrences]

    def __len__(self) -> int:
        """How many lines there are."""
        return self.size

    def page(self, offset: int, limit: int, context: int) -> list[KwicLine]:
        """So many lines from one of them on."""
        return lines(self.found, self.between(offset, offset + limit), context)


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


def concordance(found: Found, order: str, sample: int | None = None, seed: int = 0) -> Lines:
    """All occurrences, or a random sample of them that the same seed gives again, in an order."""
    total = found.total.occurrences
    if sample is None or sample >= total:
        parts = stretches(found, order)
        return Lines(found, total, lambda first, end: _between(parts, first, end))
    wanted = np.sort(np.random.default_rng(seed).choice(total, sample, replace=False))
    given = ordered(found, Stretches(found, "year").only(wanted), order)
    return Lines(found, sample, lambda first, end: given.only(np.arange(first, max(first, min(end, sample)))))


def _between(parts: Sequence[Stretches], first: int, end: int) -> Occurrences:
    """The occurrences from one place to before another, where the parts stand one behind the
    other."""
    found = []
    for part in parts:
        found.append(part.between(first, min(end, len(part))))
        first, end = max(0, first - len(part)), max(0, end - len(part))
    return joined(found)


def note(total: int, order: str) -> Saying | None:
    """What is to be known of the order of so many lines; None where all are lined up together."""
    if total <= LINED_UP or order not in BY_CONTEXT:
        return None
    return Saying(
        "一共 %(n)s 处，太多，不能一起排列：新近的在前，每 %(size)s 处排列一次。", n=f"{total:,}", size=f"{LINED_UP:,}"
    )


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
