"""The organs in a printed name, and the one that reports: what stands before its words for an organ.

A party's committee in front gives way to the organ that reports with it, and lends it its name
where that has none of its own (某县委、县政府). 句容市人民政府黄梅街道办事处 is 句容市黄梅街道, and
an office of its own stays: 某区管委会办公室.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.name import lexicon as tag
from corpus.name.printed import flat
from corpus.name.spans import ORGANS, Span, spans

BETWEEN = " |｜¦:：-—–_/·、"  # what a title puts between the issuer and the rest of it: 某局|2022年…
SHORTEST = 2  # characters of a name
TOWNS = frozenset({tag.TOWN, tag.STREET})
ENDS_SEARCH = ORGANS | TOWNS | {tag.JOIN}
BARE = frozenset({tag.MARK, *ORGANS, tag.OFFICE})  # words that name nobody: 市, 县政府
NOT_OPENING = frozenset({tag.DEPARTMENT, tag.OFFICE, tag.BRACKET, tag.JOIN})
NOBODY = frozenset({tag.OWN, tag.JOIN, tag.BRACKET})
BEHIND = re.compile(r"(?<=.)\(([^()]+)\)$")
STREETS = {"街道办事处": "街道", "街道办": "街道"}


@dataclass(frozen=True, slots=True)
class Organ:
    """The words of one organ, and what joins it to the one before ("" for nothing)."""

    words: tuple[Span, ...]
    joined: str

    @property
    def committee(self) -> bool:
        """Is it a committee of the party, not one of its departments?"""
        return self.words[-1].tag == tag.COMMITTEE

    @property
    def name(self) -> str:
        """What it is called without the words for an organ; "" where nothing is left."""
        words = [word for word in self.words if word.tag != tag.PARTY]
        while words and words[-1].tag in ORGANS:
            words.pop()
        kept = [
            town(word)
            for at, word in enumerate(words)
            if not (word.tag in ORGANS and any(later.tag in TOWNS for later in words[at + 1 :]))
        ]
        return "".join(kept)

    @property
    def bare(self) -> bool:
        """Does it only say what it is: 市政府, 管委会, 镇人民政府?"""
        own = [word for word in self.words if word.tag != tag.PARTY]
        return all(word.tag in BARE or (word.tag in TOWNS and len(word.text) < SHORTEST) for word in own)


def town(word: Span) -> str:
    """The word for a town as the town is called: a street's office is its street."""
    if word.tag == tag.STREET:
        for office, street in STREETS.items():
            if word.text.endswith(office):
                return word.text.removesuffix(office) + street
    return word.text


@lru_cache(maxsize=2048)
def organs(name: str) -> tuple[Organ, ...]:
    """The organs in a name, in order."""
    words = spans(name)
    found: list[Organ] = []
    held: list[Span] = []
    joined, depth = "", 0
    for at, word in enumerate(words):
        depth += (word.text == "(") - (word.text == ")")
        splits = not depth and word.text != ")" and held and _ends(held, word) and _opens(words[at:])
        if splits:
            found.append(Organ(tuple(held), joined))
            held, joined = [], word.text if word.tag == tag.JOIN else ""
        if not (splits and word.tag == tag.JOIN):
            held.append(word)
    return (*found, Organ(tuple(held), joined)) if held else tuple(found)


def _ends(held: Sequence[Span], word: Span) -> bool:
    """Is what stands before a word an organ of its own? A space sets any two apart."""
    return word.text == " " or held[-1].tag in ORGANS


def _opens(words: Sequence[Span]) -> bool:
    """Does another organ begin here, not an office or a town of the one before?"""
    if words[0].tag == tag.JOIN:
        return len(words) > 1
    if words[0].tag in NOT_OPENING:
        return False
    at, following = next(((at, word.tag) for at, word in enumerate(words) if word.tag in ENDS_SEARCH), (0, ""))
    if following == tag.COMMITTEE and [word.tag for word in words[at + 1 : at + 2]] == [tag.OFFICE]:
        return False  # 全面依法治县委员会办公室 of 某县委 is one of its offices
    return following in ORGANS


@lru_cache(maxsize=2048)
def clean_name(name: str) -> str:
    """The name without the words for its organ: 句容市人民政府黄梅街道办事处 → 句容市黄梅街道;
    某区管委会 → 某区."""
    plain = without_note(flat(name).strip(BETWEEN))
    found = organs(plain)
    if not found:
        return plain
    reporting = [organ for organ in found if not organ.committee]
    if not reporting:
        return _longest_enough(_committees(found) or found[-1].name, _text(found[-1]))
    together = [organ for organ in reporting if organ.joined.strip()]
    if together and not any(organ.bare for organ in reporting):
        return "、".join(dict.fromkeys(organ.name for organ in reporting))
    last = reporting[-1]
    if last.bare:
        lender = next((organ for organ in reversed(found) if not organ.bare), None)
        return lender.name + _office(last) if lender else _longest_enough(last.name, _text(last))
    return _longest_enough(last.name, _text(last))


def names_nothing(text: str) -> bool:
    """Is there no place, zone, town, organ or department in a text: 转载, 公示?"""
    return all(word.tag in NOBODY for word in spans(text))


def without_note(name: str) -> str:
    """A name without the bracket behind it that names nobody: 某区(转载) → 某区; 某区(某街道) stays."""
    note = BEHIND.search(name)
    return name[: note.start()] if note and names_nothing(note[1]) else name


def _committees(found: Sequence[Organ]) -> str:
    """A committee of a committee (厦门市委火炬高新区工委) bears both names; of two that a mark
    parts, the last."""
    names: list[str] = []
    for organ in found:
        if organ.bare:
            continue
        names = [*names, organ.name] if not organ.joined else [organ.name]
    return "".join(names)


def _office(organ: Organ) -> str:
    """政府办公室 of 市政府办公室, which is another organ than its government; "" for any other."""
    if organ.words[-1].tag != tag.OFFICE:
        return ""
    return "".join(word.text for word in organ.words if word.tag != tag.MARK)


def _text(organ: Organ) -> str:
    return "".join(word.text for word in organ.words if word.tag != tag.PARTY)


def _longest_enough(name: str, whole: str) -> str:
    stripped = name.strip(" 、的")
    return stripped if len(stripped) >= SHORTEST else whole
