"""What was counted as the same: where a match is written otherwise than it was typed, which of the
declared equivalences made it one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.text.fold import SKIPPED, fold, squeeze
from search.answer import Snippet
from search.query.read import parse

SPACING, SCRIPT, WIDTH, CASE, SIGNS, NUMBER = "空白", "繁简", "全半角", "大小写", "标点", "数字写法"
ORDER: Final = (NUMBER, SCRIPT, WIDTH, CASE, SIGNS, SPACING)


def equivalences(snippet: Snippet, typed: str) -> tuple[str, ...]:
    """The equivalences behind the matches a snippet shows, most telling first; () where all are
    written as typed.

    >>> equivalences(Snippet("推進一網通辦", ((2, 6),)), "一网通办")
    ('繁简',)
    >>> equivalences(Snippet("推进一网 通办", ((2, 7),)), "一网通办")
    ('空白',)
    """
    written = {fold(character): character for character in typed}
    pieces = [snippet.text[start:end] for start, end in snippet.ranges]
    found = set(_of(pieces, typed, written))
    if not _other_writings(typed).isdisjoint(map(squeeze, pieces)):
        found.add(NUMBER)
    return tuple(each for each in ORDER if each in found)


def _other_writings(typed: str) -> set[str]:
    """The writings of numbers that were looked for besides the typed ones."""
    numbers = parse(typed).numbers
    return {way.text for number in numbers for way in number.nodes} - {number.text for number in numbers}


def _of(pieces: Iterable[str], typed: str, written: dict[str, str]) -> Iterator[str]:
    for piece in pieces:
        if piece in typed:
            continue
        for character in piece:
            if fold(character) in SKIPPED:
                if character not in typed:
                    yield SPACING
            elif character not in typed and (other := written.get(fold(character))):
                yield _between(character, other)


def _between(one: str, other: str) -> str:
    """What tells two characters apart that fold to the same."""
    plain, others = (unicodedata.normalize("NFKC", character) for character in (one, other))
    if plain == others:
        return WIDTH
    if plain.lower() == others.lower():
        return CASE
    return SCRIPT if plain.isalnum() else SIGNS
