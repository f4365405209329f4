"""Expressions copied out of the reports and typed without quotation marks: what holds them unbroken
should come first.

No judging is needed: stretches of two to five words are drawn from the sections, seeded, so that
each run asks the same; those for which every section found holds the stretch unbroken tell nothing
and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from index.words.cut import segment

DRAWN = 300
WORDS = (2, 5)
CHARACTERS = (4, 14)
_HAN = re.compile(r"[\u4e00-\u9fff]{6,}")


@dataclass(frozen=True, slots=True)
class Unquoted:
    """`asked`: expressions that some sections hold broken. `first`: share where the first hit holds
    it unbroken. `all_first`: share where none that is broken stands before one that is not."""

    asked: int
    first: float
    all_first: float


def expressions(texts: Mapping[str, str], count: int = DRAWN, seed: int = 7) -> list[str]:
    """Distinct stretches of whole words out of the folded, squeezed texts."""
    random, names = Random(seed), sorted(texts)
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        han = _HAN.findall(texts[random.choice(names)])
        words = segment(random.choice(han)) if han else []
        if len(words) < WORDS[0]:
            continue
        size = random.randint(WORDS[0], min(WORDS[1], len(words)))
        first = random.randrange(len(words) - size + 1)
        drawn["".join(word for word, _ in words[first : first + size])] = None
    return [drawn_one for drawn_one in drawn if CHARACTERS[0] <= len(drawn_one) <= CHARACTERS[1]]


def unquoted(ranking: Callable[[str], list[str]], texts: Mapping[str, str], count: int = DRAWN) -> Unquoted:
    """Type each expression bare. Raises ValueError where a section that holds it is not found at
    all."""
    first = all_first = asked = 0
    for expression in expressions(texts, count):
        holds = [expression in texts[section] for section in ranking(expression)]
        if sum(holds) != sum(expression in text for text in texts.values()):
            raise ValueError(f"not everything that holds {expression} is found")
        if not all(holds):
            asked += 1
            first += holds[0]
            all_first += holds == sorted(holds, reverse=True)
    return Unquoted(asked, first / asked, all_first / asked)
