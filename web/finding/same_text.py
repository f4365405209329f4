"""The same text once: hits of a page whose sections say the same are shown under the first of them.

What counts and what leaves the site is untouched: this is about one page as it is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from search.answer import Answer, Hit

Shown = TypeVar("Shown")


def folded(shown: Iterable[Shown], same: Callable[[Shown], Hashable]) -> list[tuple[Shown, tuple[Shown, ...]]]:
    """The items in their order, each with the later ones that are the same by `same`.

    >>> folded(["a1", "b1", "a2"], lambda item: item[0])
    [('a1', ('a2',)), ('b1', ())]
    """
    groups: dict[Hashable, list[Shown]] = {}
    for each in shown:
        groups.setdefault(same(each), []).append(each)
    return [(first, tuple(rest)) for first, *rest in groups.values()]


def text_of(hit: Hit) -> Hashable:
    """What two hits share whose sections say the same, whatever their numbers and signs: the
    fingerprint of the text, and what is found in it.

    Ten bytes of hashes: two long texts that differ in one word get the same ones about once in
    65,000 times (`corpus.text.fingerprint`). A text without letters has none and stands alone.
    """
    return (hit.fingerprint, hit.occurrences) if hit.fingerprint else (hit.report, hit.section)


def elsewhere(answer: Answer) -> dict[str, int]:
    """By fingerprint, how many sections that say the same as a hit stand on other pages of the answer;
    nothing for those of which there are none, or where it is not told."""
    here = Counter(hit.fingerprint for hit in answer.hits)
    # Where nobody told, there is no pair.
    said = {hit.fingerprint: count for hit, count in zip(answer.hits, answer.same, strict=False)}
    return {each: count - here[each] for each, count in said.items() if each and count > here[each]}
