"""Why a search found nothing or little: which word or filter it was, and the longest pieces of what was typed that do occur.

Everything offered has been searched, so no offer leads to another empty page. The work is bounded, however much was pasted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from corpus.saying import Saying, listed
from search.answer import Cause
from search.found import Found
from search.match.filters import bound
from search.query.interpret import FACET_NAMES, NAMED, UNKNOWN, interpret
from search.query.read import MAX_LENGTH, Query, of_tree, parse
from search.query.syntax import And, Near, Node, Number, Phrase, Run, Word
from search.query.written import escape, written

# Fewer sections than these are little: then words that can be left out are named.
FEW = 3
# A single character occurs nearly everywhere and says nothing; nor does a piece of a run that is hardly a word.
SHORTEST, SHORTEST_PIECE = 2, 4
# So many pieces of a pasted sentence are offered; so many characters of it are read, with two look-ups each.
PIECES, MOST_READ = 3, 160
# Leaving out one part asks for all others again: so many parts are asked for altogether. (27 frequent words took 0.3 s without.)
MOST_ASKED = 64

Span = tuple[int, int]
Chosen = Mapping[str, tuple[str, ...]]


def explain(found: Found, chosen: Chosen) -> tuple[Cause, ...]:
    """What to change in a search that found nothing: pieces that occur, then parts of the query, the best to leave out first, then
    filters. Where it found few sections: the parts that can be left out to find more. () where it found more."""
    if found.sections >= FEW or (found.query.node is None and not chosen):
        return ()
    parts = _parts(found.query.node)
    if found.sections:
        return _offers(found, parts)
    of_query = sorted(_of_parts(found, parts), key=lambda cause: -cause.without)
    return (*_pieces(found), *of_query, *(_of_facet(found, facet, chosen) for facet in chosen))


def _parts(node: Node | None) -> tuple[Node, ...]:
    """What has to hold together: the words and terms joined by AND."""
    if node is None:
        return ()
    if isinstance(node, And):
        return tuple(part for each in node.nodes for part in _parts(each))
    return node.words if isinstance(node, Run) else (node,)


def _offers(found: Found, parts: tuple[Node, ...]) -> tuple[Cause, ...]:
    """The parts that can be left out to find more, the best first."""
    offers: list[Cause] = []
    if len(parts) < 2 or len(written(And(parts))) > MAX_LENGTH:
        return ()
    rarest = sorted(range(len(parts)), key=lambda at: _rarity(found, parts[at]))[: MOST_ASKED // len(parts)]
    for at in sorted(rarest):
        without = found.instead(_query(_rest(parts, at)), found.filters)
        if without.sections > found.sections:
            alone = _alone(found, _query(parts[at]))
            offers.append(Cause("", interpret(parts[at]), alone, without.sections, without.query.text))
    return tuple(sorted(offers, key=lambda cause: -cause.without))


def _rarity(found: Found, part: Node) -> int:
    """How often the strings of a part occur; what is more than strings comes first."""
    return sum(lookup.rarity(text) for text, _ in _strings(part) for lookup in found.lookups)


def _rest(parts: tuple[Node, ...], at: int) -> Node | None:
    rest = parts[:at] + parts[at + 1 :]
    return And(rest) if len(rest) > 1 else rest[0] if rest else None


def _of_parts(found: Found, parts: tuple[Node, ...]) -> Iterator[Cause]:
    """A cause for each part; of many only for the rarest and those that are nowhere."""
    alone = [_alone(found, _query(part)) if len(parts) > 1 else found.unfiltered for part in parts]
    # Words are written with spaces between them, which may be longer than what was typed without.
    fits = len(written(And(parts))) <= MAX_LENGTH
    most = MOST_ASKED // max(len(parts), 1) if fits else 0
    rarest = sorted(range(len(parts)), key=lambda at: alone[at])[:most]
    for at in range(len(parts)):
        if at in rarest:
            yield _of_query(found, parts, at, alone[at])
        elif not alone[at]:
            yield Cause(facet="", label=interpret(parts[at]), alone=0, without=0, q="")


def _of_query(found: Found, parts: tuple[Node, ...], at: int, alone: int) -> Cause:
    part, without = parts[at], found.instead(_query(_rest(parts, at)), found.filters)
    # Half of a word among many is no help: 进一 for 进一步.
    whole = isinstance(part, Word | Number) and len(parts) > FEW
    shorter = _shorter(found, part) if not alone and not whole else ""
    phrase = escape(shorter) if shorter else ""
    occurs = _alone(found, parse(phrase)) if phrase else 0
    return Cause("", interpret(part), alone, without.sections, without.query.text, shorter, occurs, phrase)


def _of_facet(found: Found, facet: str, chosen: Chosen) -> Cause:
    column, passes = found.filters.tables[facet]
    places = found.view.snapshot.places
    labels = (places.get(value, NAMED.get(value, value)) or UNKNOWN for value in chosen[facet])
    return Cause(
        facet=facet,
        label=Saying("%(name)s为%(value)s", name=FACET_NAMES[facet], value=listed(labels)),
        alone=int(found.view.counts(column)[passes].sum()),
        without=found.tallies[facet].sections,
        q=found.query.text,
    )


def _query(node: Node | None) -> Query:
    return of_tree(written(node), node)


def _alone(found: Found, query: Query) -> int:
    return found.instead(query, bound({}, found.view)).sections


def _shorter(found: Found, part: Node) -> str:
    """The longest piece of the absent strings in `part` that occurs, the first of equally long ones."""
    absent = [(text, shown) for text, shown in _strings(part) if not _occurs(found, text)]
    pieces = [shown[slice(*_longest(found, text))] for text, shown in absent]
    return max(pieces, key=len, default="")


def _strings(part: Node) -> Iterator[tuple[str, str]]:
    """The strings looked for, and each as it was typed."""
    if isinstance(part, Word | Number):
        yield part.text, part.shown
    elif isinstance(part, Phrase):
        yield from zip(part.pieces, part.shown, strict=True)
    elif isinstance(part, Near):
        yield from (*_strings(part.left), *_strings(part.right))


def _pieces(found: Found) -> Iterator[Cause]:
    """The longest stretches of words that occur as they were typed, from runs that stand nowhere unbroken."""
    left, pieces = MOST_READ, []
    for run in _runs(found.query.node):
        if left > 0 and not _occurs(found, run.text):
            pieces += [(run, each) for each in _whole_words(found, run, left)]
            left -= len(run.text)
    pieces.sort(key=lambda piece: piece[1][0] - piece[1][1])
    for run, (start, end) in pieces[:PIECES]:
        shown = run.shown[start:end]
        sections = _alone(found, parse(escape(shown)))
        yield Cause("", shown, sections, 0, "", shown, sections, escape(shown))


def _runs(node: Node | None) -> tuple[Run, ...]:
    if isinstance(node, And):
        return tuple(run for each in node.nodes for run in _runs(each))
    return (node,) if isinstance(node, Run) and len(node.words) > 1 else ()


def _whole_words(found: Found, run: Run, most: int) -> Iterator[Span]:
    """Stretches of two words and more of a run that occur, none within another."""
    ends = list(accumulate(len(word.text) for word in run.words))
    starts, behind = [0, *ends[:-1]], 0
    for start, end in _windows(found, run.text[:most]):
        first, last = bisect_left(starts, start), bisect_right(ends, end) - 1
        if last > first and last >= behind and ends[last] - starts[first] >= SHORTEST_PIECE:
            behind = last + 1
            yield starts[first], ends[last]


def _occurs(found: Found, text: str) -> bool:
    return any(segment.holds(text) for segment in found.view.segments)


def _longest(found: Found, text: str) -> Span:
    """The longest piece of `text` that occurs, the first of equally long ones; (0, 0) where none of SHORTEST characters does."""
    windows = [(start, end) for start, end in _windows(found, text[:MOST_READ]) if end - start >= SHORTEST]
    return max(windows, key=lambda window: window[1] - window[0], default=(0, 0))


def _windows(found: Found, text: str) -> Iterator[Span]:
    """The stretches that occur and cannot be longer: a window that grows while what is in it occurs and moves on where it does not.

    Two questions a character.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if start < end - 1 and not _occurs(found, text[start:end]):
            yield start, end - 1
            start += 1
        while start < end and not _occurs(found, text[start:end]):
            start += 1
    if start < len(text):
        yield start, len(text)
