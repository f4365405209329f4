"""Which words a printed name can be made of, and what each is: places, organs, kinds of zone,
departments, what joins two organs.

Everything comes from the tables of `corpus.gazetteer`; what no table holds is a name of its own
(`OWN`), character by character.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from corpus.gazetteer.divisions import called, every_name
from corpus.gazetteer.organs import bureaus, departments, endings
from corpus.gazetteer.zones import KINDS, zone_names

# What a span of a name is. COMMITTEE is the party's, ADMINISTRATION a zone's, STREET a 街道's office.
PARTY, COMMITTEE, GOVERNMENT, ADMINISTRATION, STREET = "party", "committee", "government", "administration", "street"
PLACE, SHORT, MARK, TOWN, KIND = "place", "short", "mark", "town", "kind"
ZONE = "zone"  # a zone by its whole name
DEPARTMENT, OFFICE, JOIN, BRACKET, OWN = "department", "office", "join", "bracket", "own"
ENDING = "ending"  # with which a department ends that no table holds
PARTIES = ("中国共产党", "中共")
JOINS = ("和", "与", "及", "暨", "以及", "、", " ", ",", "，")
BRACKETS = ("(", ")", "·")
# 街, 园 and 城 end names of zones and streets, but stand in so many others that they are no words.
NO_WORDS = frozenset({"街", "园", "城"})


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, tuple[str, ...]]]:
    """Tags of each word, by its first character."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, tag in endings():
        if tag and word not in NO_WORDS:
            found[word].add(ENDING if tag == DEPARTMENT else tag)
    # 政府办公室 is two words, so that 市委市政府办公室 is the city's
    parts = [name for name in {*departments(), *departments().values()} if "政府" not in name]
    lists = ((PARTY, PARTIES), (JOIN, JOINS), (BRACKET, BRACKETS), (KIND, KINDS), (PLACE, every_name()))
    for tag, words in (*lists, (SHORT, called()), (ZONE, zone_names()), (DEPARTMENT, parts)):
        for word in words:
            found[word].add(tag)
    for word in bureaus().values():
        found[word].add(DEPARTMENT)
    by_first: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for word, tags in found.items():
        by_first[word[0]][word] = tuple(sorted(tags))
    return dict(by_first)


@lru_cache(maxsize=1)
def last_characters() -> frozenset[str]:
    """With which the names of places and zones end."""
    return frozenset(name[-1] for name in (*every_name(), *zone_names()))


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words with each first character are."""
    return {first: tuple(sorted({len(word) for word in words})) for first, words in _entries().items()}


def words_at(name: str, start: int) -> list[tuple[str, tuple[str, ...]]]:
    """The words that begin here, each with what it may be."""
    first = name[start]
    words = _entries().get(first, {})
    pieces = (name[start : start + length] for length in _lengths().get(first, ()) if start + length <= len(name))
    return [(piece, words[piece]) for piece in pieces if piece in words]
