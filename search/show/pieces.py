"""The longest pieces of what was typed that do occur."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from search.answer import Cause
from search.query.read import parse
from search.query.syntax import And, Near, Node, Number, Phrase, Run, Unit, Word
from search.query.written import escape
from search.show.asked import Asked, Question
from search.show.windows import Span, windows

# A single character occurs nearly everywhere and says nothing; nor does a piece of a run that is
# hardly a word.
SHORTEST, SHORTEST_PIECE = 2, 4
# So many pieces of a pasted sentence are offered; so many characters of it are read, with two
# look-ups each.
PIECES, MOST_READ = 3, 160


def strings(part: Node) -> Iterator[tuple[str, str]]:
    """The strings looked for, and each as it was typed."""
    if isinstance(part, Word | Number | Run):
        yield part.text, part.shown
    elif isinstance(part, Phrase):
        yield from zip(part.pieces, part.shown, strict=True)
    elif isinstance(part, Near):
        yield from (*strings(part.left), *strings(part.right))


def longest(asked: Asked, parts: Sequence[Node]) -> list[str]:
    """For each part the longest piece of its absent strings that occurs, the first of equally long
    ones; "" where there is none."""
    typed = [(at, *pair) for at, part in enumerate(parts) for pair in strings(part)]
    occur = asked.occur([text for _, text, _ in typed])
    absent = [each for each, occurs in zip(typed, occur, strict=True) if not occurs]
    found: list[list[str]] = [[] for _ in parts]
    spans = windows(asked, [text[:MOST_READ] for _, text, _ in absent])
    for (at, _, shown), inside in zip(absent, spans, strict=True):
        found[at].append(shown[slice(*_longest(inside))])
    return [max(pieces, key=len, default="") for pieces in found]


def _longest(spans: list[Span]) -> Span:
    """The longest of them, the first of equally long ones; (0, 0) where none has SHORTEST
    characters."""
    long = [(start, end) for start, end in spans if end - start >= SHORTEST]
    return max(long, key=lambda span: span[1] - span[0], default=(0, 0))


def pieces(asked: Asked, node: Node | None) -> Iterator[Cause]:
    """The longest stretches of words that occur as they were typed, from runs that stand nowhere
    unbroken."""
    read = _read(asked, runs(node))
    spans = windows(asked, [run.text[:most] for run, most in read])
    found = [(run, span) for (run, _), inside in zip(read, spans, strict=True) for span in whole_words(run, inside)]
    found.sort(key=lambda piece: piece[1][0] - piece[1][1])
    typed = [run.shown[start:end] for run, (start, end) in found[:PIECES]]
    counts = asked.counts([Question(parse(escape(shown))) for shown in typed]) if typed else []
    for shown, sections in zip(typed, counts, strict=True):
        yield Cause("", shown, sections, 0, "", shown, sections, escape(shown))


def runs(node: Node | None) -> tuple[Run, ...]:
    """The bare runs of more than one word that are wanted."""
    if isinstance(node, And):
        return tuple(run for each in node.nodes for run in runs(each))
    return (node,) if isinstance(node, Run) and not isinstance(node, Unit) and len(node.words) > 1 else ()


def _read(asked: Asked, given: Sequence[Run]) -> list[tuple[Run, int]]:
    """The runs that stand nowhere unbroken, and how many characters are read of each, MOST_READ in
    all."""
    occur, left, read = asked.occur([run.text for run in given]), MOST_READ, []
    for run, occurs in zip(given, occur, strict=True):
        if left > 0 and not occurs:
            read.append((run, left))
            left -= len(run.text)
    return read


def whole_words(run: Run, spans: list[Span]) -> Iterator[Span]:
    """The stretches of two words and more of a run that lie in these spans, none within another."""
    ends = list(accumulate(len(word.text) for word in run.words))
    starts, behind = [0, *ends[:-1]], 0
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_right(ends, end) - 1
        if last > first and last >= behind and ends[last] - starts[first] >= SHORTEST_PIECE:
            behind = last + 1
            yield starts[first], ends[last]
