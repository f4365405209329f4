"""Why a search found nothing or little: which word or filter it was, and the longest pieces of what
was typed that do occur.

Everything offered has been searched, so no offer leads to another empty page. The work is bounded,
however much was pasted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice

from corpus.saying import Saying, listed
from search.answer import Cause
from search.query.interpret import FACET_NAMES, NAMED, UNKNOWN, interpret
from search.query.read import MAX_LENGTH, Query, of_tree, parse
from search.query.syntax import And, Node, Not, Number, Run, Word
from search.query.written import escape, written
from search.show.apart import apart
from search.show.asked import Asked, Question
from search.show.pieces import longest, pieces, strings

# Fewer sections than these are little: then words that can be left out are named.
ENOUGH_SECTIONS = 3
# More parts than these are many: then half of one of them is no help, 进一 for 进一步.
FEW_PARTS = 3
# Leaving out one part asks for all others again: so many parts are asked for altogether. (27
# frequent words took 0.3 s without.)
MOST_ASKED = 64
# Leaving out one of three parts leaves a pair; of more, pairs are tried, and so many are offered.
PAIRED, OFFERED = 3, 3


Chosen = Mapping[str, tuple[str, ...]]


def explain(query: Query, chosen: Chosen, sections: int, asked: Asked, places: Mapping[str, str]) -> tuple[Cause, ...]:
    """What to change in a search that found nothing: pieces that occur, then parts of the query,
    the best to leave out first, then filters. Where it found few `sections`: the parts that can be
    left out to find more. () where it found more.

    `places`: division codes and their names."""
    if sections >= ENOUGH_SECTIONS or (query.node is None and not chosen):
        return ()
    parts = _parts(query.node)
    if sections:
        return _offers(asked, parts, chosen, sections)
    of_query = sorted(_of_parts(asked, query, parts, chosen), key=lambda cause: -cause.without)
    twos = () if any(cause.without for cause in of_query) else _pairs(asked, parts, chosen)
    return (*pieces(asked, query.node), *of_query, *twos, *_of_facets(asked, query, chosen, places))


def _parts(node: Node | None) -> tuple[Node, ...]:
    """What has to hold together, as it was typed: a run is one part, whatever words it is cut
    into."""
    if node is None:
        return ()
    return tuple(part for each in node.nodes for part in _parts(each)) if isinstance(node, And) else (node,)


def _said(part: Node) -> str:
    return part.shown if isinstance(part, Run) and not part.is_one_word else interpret(part)


def _pairs(asked: Asked, parts: Sequence[Node], chosen: Chosen) -> Iterator[Cause]:
    """Where leaving out one of many parts is not enough: the pairs of them that most sections hold
    together."""
    twos = list(islice(combinations(parts, 2), MOST_ASKED)) if len(parts) > PAIRED else []
    asking = [_query(And(two)) for two in twos if not any(isinstance(part, Not) for part in two)]
    counts = asked.counts([Question(query, tuple(chosen)) for query in asking])
    best = sorted(zip(counts, asking, strict=True), key=lambda pair: -pair[0])[:OFFERED]
    return (Cause("", query.text, count, count, query.text) for count, query in best if count)


def _offers(asked: Asked, parts: tuple[Node, ...], chosen: Chosen, sections: int) -> tuple[Cause, ...]:
    """The parts that can be left out to find more, the best first."""
    if len(parts) < 2 or len(written(And(parts))) > MAX_LENGTH:
        return ()
    rarity = _rarities(asked, parts)
    rarest = sorted(sorted(range(len(parts)), key=rarity.__getitem__)[: MOST_ASKED // len(parts)])
    rests = [_query(_rest(parts, at)) for at in rarest]
    without = asked.counts([Question(rest, tuple(chosen)) for rest in rests])
    better = [each for each in zip(rarest, rests, without, strict=True) if each[2] > sections]
    alone = asked.counts([Question(_query(parts[at])) for at, _, _ in better])
    offers = [
        Cause("", _said(parts[at]), by_itself, more, rest.text)
        for (at, rest, more), by_itself in zip(better, alone, strict=True)
    ]
    return tuple(sorted(offers, key=lambda cause: -cause.without))


def _rarities(asked: Asked, parts: Sequence[Node]) -> list[int]:
    """How often the strings of each part occur; what is more than strings comes first."""
    owned = [(at, text) for at, part in enumerate(parts) for text, _ in strings(part)]
    sums = [0] * len(parts)
    for (at, _), rarity in zip(owned, asked.rarities([text for _, text in owned]), strict=True):
        sums[at] += rarity
    return sums


def _rest(parts: tuple[Node, ...], at: int) -> Node | None:
    rest = parts[:at] + parts[at + 1 :]
    return And(rest) if len(rest) > 1 else rest[0] if rest else None


def _of_parts(asked: Asked, query: Query, parts: tuple[Node, ...], chosen: Chosen) -> Iterator[Cause]:
    """A cause for each part; of many only for the rarest and those that are nowhere. Of a single run
    its words, none of which is left out."""
    if not parts:
        return
    if len(parts) == 1 and isinstance(parts[0], Run) and not parts[0].is_one_word:
        yield from (replace(cause, without=0, q="") for cause in _of_parts(asked, query, parts[0].words, chosen))
        return
    alone = asked.counts([Question(_query(part) if len(parts) > 1 else query) for part in parts])
    # Words are written with spaces between them, which may be longer than what was typed without.
    most = MOST_ASKED // len(parts) if len(written(And(parts))) <= MAX_LENGTH else 0
    rarest = sorted(sorted(range(len(parts)), key=alone.__getitem__)[:most])
    causes = dict(zip(rarest, _of_query(asked, parts, rarest, alone, chosen), strict=True))
    for at in range(len(parts)):
        if at in causes:
            yield causes[at]
        elif not alone[at]:
            yield Cause(facet="", label=_said(parts[at]), alone=0, without=0, q="")


def _of_query(
    asked: Asked, parts: tuple[Node, ...], places: list[int], alone: list[int], chosen: Chosen
) -> Iterator[Cause]:
    """A cause for each of the parts at these places."""
    rests = [_query(_rest(parts, at)) for at in places]
    without = asked.counts([Question(rest, tuple(chosen)) for rest in rests])
    halved = [at for at in places if not alone[at] and not _is_whole(parts, at)]
    signed = {at: found for at in halved if (found := apart(asked, parts[at]))}
    halved = [at for at in halved if at not in signed]
    shorter = dict(zip(halved, longest(asked, [parts[at] for at in halved]), strict=True))
    phrases = {at: escape(text) for at, text in shorter.items() if text} | {at: each.q for at, each in signed.items()}
    shorter |= {at: each.shown for at, each in signed.items()}
    counts = asked.counts([Question(parse(phrase)) for phrase in phrases.values()])
    occurs = dict(zip(phrases, counts, strict=True))
    for at, rest, count in zip(places, rests, without, strict=True):
        offer = shorter.get(at, ""), occurs.get(at, 0), phrases.get(at, ""), at in signed
        yield Cause("", _said(parts[at]), alone[at], count, rest.text, *offer)


def _is_whole(parts: tuple[Node, ...], at: int) -> bool:
    """Whether a part is a word among many, which no half of it can stand for."""
    return isinstance(parts[at], Word | Number | Run) and len(parts) > FEW_PARTS


def _of_facets(asked: Asked, query: Query, chosen: Chosen, places: Mapping[str, str]) -> Iterator[Cause]:
    """A cause for each choice in a facet."""
    everything = _query(None)
    alone = asked.counts([Question(everything, (facet,)) for facet in chosen])
    others = [tuple([other for other in chosen if other != facet]) for facet in chosen]
    without = asked.counts([Question(query, facets) for facets in others])
    for facet, by_itself, count in zip(chosen, alone, without, strict=True):
        labels = (places.get(value, NAMED.get(value, value)) or UNKNOWN for value in chosen[facet])
        label = Saying("%(name)s为%(value)s", name=FACET_NAMES[facet], value=listed(labels))
        yield Cause(facet, label, by_itself, count, query.text)


def _query(node: Node | None) -> Query:
    return of_tree(written(node), node)
