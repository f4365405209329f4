"""A printed name cut into spans: the cheapest way through all words that it can be made of.

    中共平乐县委和平乐县人民政府 → 中共 平乐县 委 和 平乐县 人民政府
    火炬高新区管委会办公室 → 火炬 高新区 管委会 办公室

Every word has a price by what it is, a character of no word costs most, and some words stand only
behind certain others; the cheapest path wins (Viterbi over a small lattice). So 和 joins two organs
in one name and begins 和顺县 in another, and no list of exceptions says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.gazetteer.divisions import called, every_name
from corpus.gazetteer.leading import inside
from corpus.name import lexicon as tag
from corpus.name.lexicon import words_at

# Prices. A place in full is cheaper than two characters of a name of its own; a short one is dearer, so that
# 和田 in 和田家庵区 loses to 和 and 田家庵区.
PRICES = {
    tag.PARTY: 0.2,
    tag.COMMITTEE: 0.4,
    tag.GOVERNMENT: 0.4,
    tag.ADMINISTRATION: 0.4,
    tag.STREET: 0.6,
    tag.PLACE: 1.0,
    tag.SHORT: 1.5,
    tag.MARK: 0.9,
    tag.TOWN: 0.9,
    tag.KIND: 0.7,
    tag.ZONE: 1.2,
    tag.DEPARTMENT: 0.8,
    tag.ENDING: 0.8,
    tag.OFFICE: 0.6,
    tag.JOIN: 0.3,
    tag.BRACKET: 0.1,
    tag.OWN: 1.0,
}
AGAIN = 0.5  # off a place that the name has twice: 康县 in 康县委和康县人民政府, not 和康县
APART = 0.3  # a place right behind one that it does not lie in; decides between ways of one price
ORGANS = frozenset({tag.COMMITTEE, tag.GOVERNMENT, tag.ADMINISTRATION})
PLACES = frozenset({tag.PLACE, tag.SHORT})
# 委 and 委员会 are a committee's behind what has one, a department's behind any other word (教委, 建设委员会)
COMMITTED = frozenset({tag.PLACE, tag.MARK, tag.KIND, tag.ZONE, tag.TOWN})
EITHER = frozenset({"委", "委员会"})
# 和 joins behind whole organs only: 人力资源和社会保障局 is one
JOINED = ORGANS | {tag.STREET, tag.OFFICE, tag.DEPARTMENT, tag.ENDING}
PAUSES = frozenset("、 ,，")
BEFORE_END = frozenset("、 ,，()·")
LONGEST = 80  # characters; a longer stretch is no name and stays one span


@dataclass(frozen=True, slots=True)
class Span:
    """A word of a name and what it is."""

    text: str
    tag: str


@lru_cache(maxsize=4096)
def spans(name: str) -> tuple[Span, ...]:
    """The words of a name in order; together they are the name."""
    if not name or len(name) > LONGEST:
        return (Span(name, tag.OWN),) if name else ()
    return tuple(_merged(_cheapest(name)))


@dataclass(slots=True)
class _Step:
    """The cheapest way to a word: its price so far, the word, what it is, and the step before."""

    price: float
    text: str
    tag: str
    before: _Step | None


def _cheapest(name: str) -> list[Span]:
    """The words of the cheapest path, single characters for what no table holds."""
    best: list[dict[str, _Step]] = [{} for _ in range(len(name) + 1)]
    best[0][""] = _Step(0.0, "", "", None)
    for start in range(len(name)):
        words = [*words_at(name, start), (name[start], (tag.OWN,))]
        for before in best[start].values():
            for text, tags in words:
                end = start + len(text)
                for kind in tags:
                    again = kind == tag.PLACE and name.count(text) > 1
                    _offer(best[end], before, text, kind, name[end : end + 1], again=again)
    step = min(best[-1].values(), key=lambda end: end.price)
    path = []
    while step.before is not None:
        path.append(Span(step.text, step.tag))
        step = step.before
    return path[::-1]


def _offer(ends: dict[str, _Step], before: _Step, text: str, kind: str, following: str, *, again: bool) -> None:
    """Keep the step if it may be taken and is the cheapest that ends here with a word of its kind."""
    price = before.price + PRICES[kind] - (AGAIN if again else 0.0)
    if (held := ends.get(kind)) is not None and held.price <= price:
        return
    if not _may_follow(before.tag, text, kind, following):
        return
    if kind in PLACES and before.tag in PLACES and not _nested(before.text, text):
        price += APART
        if held is not None and held.price <= price:
            return
    ends[kind] = _Step(price, text, kind, before)


def _may_follow(before: str, text: str, kind: str, following: str) -> bool:
    if kind == tag.COMMITTEE and text in EITHER:
        return before in COMMITTED
    if kind == tag.JOIN:
        return text in PAUSES or before in JOINED
    if kind == tag.ENDING:
        return before != "" and (not following or following in BEFORE_END)
    return True


@lru_cache(maxsize=4096)
def _nested(outer: str, inner: str) -> bool:
    """May one of the places that a name means lie in one that the other means?"""
    held = every_name().get(outer) or called().get(outer, ())
    return bool(inside(every_name().get(inner) or called().get(inner, ()), held))


def _merged(path: list[Span]) -> Iterator[Span]:
    """Characters of no word as one span, together with the ending that makes them a department or a
    town."""
    own = ""
    for span, following in zip(path, [*path[1:], Span("", "")], strict=True):
        if span.tag == tag.OWN:
            own += span.text
        elif span.tag in (tag.ENDING, tag.TOWN, tag.STREET):
            yield Span(own + span.text, tag.DEPARTMENT if span.tag == tag.ENDING else span.tag)
            own = ""
        else:
            if own:
                yield Span(own, tag.OWN)
            town = span.tag == tag.SHORT and following.tag in (tag.TOWN, tag.STREET)
            own = span.text if town else ""  # 兴国 of 兴国镇 is the town's own
            if not town:
                yield span
    if own:
        yield Span(own, tag.OWN)
