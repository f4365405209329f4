"""What changed inside a sentence, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from corpus.text.fold import SKIPPED, fold, squeeze
from index.words.cut import segment
from search.changes.order import common
from search.changes.sentence import Sentence


class Op(NamedTuple):
    """A stretch of the two texts: `sign` is "=" for what stands in both, "-" for what only the old
    one has, "+" for what only the new one has. Of a side that has nothing of it start and end are
    equal."""

    sign: Literal["=", "-", "+"]
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class _Token(NamedTuple):
    start: int
    end: int
    key: str


def worded(old: Sentence, new: Sentence) -> list[Op]:
    """The stretches of two sentences in order; together they are both texts. Figures are whole, and
    the same where they count the same."""
    ours, theirs = _tokens(old), _tokens(new)
    pairs = common([each.key for each in ours], [each.key for each in theirs])
    joined = [(ours[a], theirs[b]) for a, b in _worth_keeping(pairs, ours, (len(ours), len(theirs)))]
    return list(_ops(joined, len(old.text), len(new.text)))


def _tokens(sentence: Sentence) -> list[_Token]:
    """The words, figures and signs of a sentence; white space belongs to what stands before it."""
    text = fold(sentence.text)
    edges = {0, *(at for at, each in enumerate(text) if each not in SKIPPED)}
    for word, start in segment(text):
        edges -= set(range(start + 1, _end(text, start, len(word))))
    for figure in sentence.figures:
        edges -= set(range(figure.start + 1, figure.end))
        edges |= {figure.start, figure.end}
    values = {figure.start: f"{figure.value:f}{figure.unit}" for figure in sentence.figures}
    every = sorted(edges - {len(text)})
    bounds = zip(every, [*every[1:], len(text)], strict=True)
    return [_Token(start, end, values.get(start) or squeeze(text[start:end])) for start, end in bounds]


def _end(text: str, start: int, size: int) -> int:
    """Where so many characters from `start` on end, white space not counted."""
    kept = (at for at in range(start, len(text)) if text[at] not in SKIPPED)
    return next(islice(kept, size - 1, None)) + 1


def _worth_keeping(
    pairs: list[tuple[int, int]], ours: list[_Token], sizes: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The pairs without single characters that stand alone between changes: a 的 or a comma that two
    wordings happen to share."""
    marks = [(-1, -1), *pairs, sizes]
    for before, pair, behind in zip(marks, marks[1:], marks[2:], strict=False):
        alone = _is_apart(before, pair) and _is_apart(pair, behind)
        if not alone or len(ours[pair[0]].key) > 1:
            yield pair


def _is_apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether both sides have something else between two pairs."""
    return other[0] - one[0] > 1 and other[1] - one[1] > 1


def _ops(joined: list[tuple[_Token, _Token]], old_size: int, new_size: int) -> Iterator[Op]:
    old_at = new_at = 0
    run: Op | None = None
    for ours, theirs in [*joined, (_Token(old_size, old_size, ""), _Token(new_size, new_size, ""))]:
        if run and (ours.start > old_at or theirs.start > new_at or not ours.key):
            yield run
            run = None
        if ours.start > old_at:
            yield Op("-", old_at, ours.start, new_at, new_at)
        if theirs.start > new_at:
            yield Op("+", ours.start, ours.start, new_at, theirs.start)
        run = Op("=", run.old_start, ours.end, run.new_start, theirs.end) if run else Op("=", *ours[:2], *theirs[:2])
        old_at, new_at = ours.end, theirs.end
