"""The same characters with signs or a paragraph's end between them, where they stand nowhere side
by side.

A walk along what was typed keeps every beginning that occurs, with a sign before the next character
or without; so it asks for a bounded number of strings, whatever was pasted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.characters.lookup import GAP
from search.query.syntax import MAX_GAPS, Node, Number, Phrase, Run, Word
from search.query.written import escape
from search.show.asked import Asked

# So many characters are walked along, with so many beginnings at a time.
MOST_READ, BEGINNINGS = 40, 8
_END = chr(GAP)
# Folded, as they stand in the index; pairs where one sign seldom comes alone.
_SIGNS = (
    *'、,。"》《:;()[]·-—/',
    '"、"',
    '","',
    '""',
    "》《",
    "》、《",
    '。"',
    ':"',
    ',"',
    '",',
    ")、(",
    _END,
    "。" + _END,
    ";" + _END,
)
_WIDE = str.maketrans({",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "[": "〔", "]": "〕"})


class Apart(NamedTuple):
    """How the characters stand in a report, and a query that finds them so."""

    shown: str
    q: str


class _Beginning(NamedTuple):
    """Pieces of what was typed and the signs between them."""

    pieces: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def text(self) -> str:
        joined = zip(self.pieces, (*self.signs, ""), strict=True)
        return "".join(piece + sign for piece, sign in joined)


def apart(asked: Asked, part: Node) -> Apart | None:
    """Where the characters of a word or a plain phrase stand with signs between, if they do."""
    if (isinstance(part, Phrase) and len(part.pieces) > 1) or not isinstance(part, Word | Number | Run | Phrase):
        return None
    text = part.text
    if not 2 <= len(text) <= MOST_READ:
        return None
    if not _can_stand_apart(asked, text):
        return None
    begun = [_Beginning((text[0],), ())]
    for character in text[1:]:
        begun = _kept(asked, [longer for each in begun for longer in _longer(each, character)])
    return _offer(begun[0]) if begun and begun[0].signs else None


def _can_stand_apart(asked: Asked, text: str) -> bool:
    """Whether every two characters that follow each other do so somewhere, or with a sign between.
    That ends most walks before they begin: 130 strings asked for instead of 25."""
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    absent = [pair for pair, occurs in zip(pairs, asked.occur(pairs), strict=True) if not occurs]
    return all(any(asked.occur([sign.join(pair) for sign in _SIGNS])) for pair in absent)


def _longer(begun: _Beginning, character: str) -> Iterator[_Beginning]:
    *before, last = begun.pieces
    yield _Beginning((*before, last + character), begun.signs)
    yield from (_Beginning((*begun.pieces, character), (*begun.signs, sign)) for sign in _SIGNS)


def _kept(asked: Asked, begun: Sequence[_Beginning]) -> list[_Beginning]:
    """Those that occur, with the fewest signs."""
    occur = asked.occur([each.text for each in begun])
    return sorted([each for each, occurs in zip(begun, occur, strict=True) if occurs], key=_signs)[:BEGINNINGS]


def _signs(begun: _Beginning) -> int:
    return len(begun.signs)


def _offer(found: _Beginning) -> Apart:
    """A gap at each sign; exactly these signs where they are too many; paragraphs as phrases of
    their own."""
    if any(_END in sign for sign in found.signs):
        paragraphs = found.text.translate(_WIDE).split(_END)
        return Apart(" … ".join(paragraphs), " ".join(map(escape, paragraphs)))
    shown = found.text.translate(_WIDE)
    if len(found.signs) > MAX_GAPS:
        return Apart(shown, escape(shown))
    return Apart(shown, f'"{"*".join(escape(piece)[1:-1] for piece in found.pieces)}"')
