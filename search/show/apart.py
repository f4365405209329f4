"""The same characters with signs or a paragraph's end between them, where they stand nowhere side
by side.

A walk along what was typed keeps every beginning that occurs, with a sign before the next character
or without; so it asks for a bounded number of strings, whatever was pasted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.characters.lookup import GAP
from search.query.syntax import MAX_GAPS, Node, Number, Phrase, Run, Word
from search.query.written import escape
from search.show.asked import Asked

# So many characters are walked along, with so many beginnings at a time.
MOST_READ, BEGINNINGS = 200, 8
# So many signs stand between two characters, a dash being one: 。” and a paragraph's end.
MOST_SIGNS = 3
_END = chr(GAP)
# Folded, as they stand in the index.
_SIGNS = (*"、,。.!?;:\"'《》()[]·-/|", "--", _END)
_WIDE = str.maketrans(
    {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "[": "〔", "]": "〕", "!": "！", "?": "？"}
)


class Apart(NamedTuple):
    """How the characters stand in a report, and a query that finds them so."""

    shown: str
    q: str


class _Beginning(NamedTuple):
    """Pieces of what was typed, and in turn the signs between them; `text` is all of it."""

    parts: tuple[str, ...]
    text: str

    @property
    def pieces(self) -> tuple[str, ...]:
        return self.parts[::2]

    def with_sign(self, sign: str) -> _Beginning:
        """The same with a sign behind it."""
        signs = self.parts[-1] if len(self.parts) % 2 == 0 else ""
        return _Beginning((*(self.parts[:-1] if signs else self.parts), signs + sign), self.text + sign)

    def with_piece(self, piece: str) -> _Beginning:
        """The same with more of what was typed behind it."""
        if len(self.parts) % 2 == 0:
            return _Beginning((*self.parts, piece), self.text + piece)
        return _Beginning((*self.parts[:-1], self.parts[-1] + piece), self.text + piece)


def apart(asked: Asked, part: Node) -> Apart | None:
    """Where the characters of a word or a plain phrase stand with signs between, if they do."""
    if (isinstance(part, Phrase) and len(part.pieces) > 1) or not isinstance(part, Word | Number | Run | Phrase):
        return None
    text = part.text
    if not 2 <= len(text) <= MOST_READ:
        return None
    if not _can_stand_apart(asked, text):
        return None
    begun = [_Beginning((text[0],), text[0])]
    for character in text[1:]:
        begun = _longer(asked, begun, character)[:BEGINNINGS]
    return _offer(begun[0]) if begun and len(begun[0].parts) > 1 else None


def _can_stand_apart(asked: Asked, text: str) -> bool:
    """Whether every two characters that follow each other do so somewhere, or with signs between.
    That ends most walks before they begin."""
    pairs = [text[at : at + 2] for at in range(len(text) - 1)]
    occur = asked.occur(pairs)
    absent = [at for at, occurs in enumerate(occur) if not occurs]
    # What stands before a pair leaves fewer signs to try behind it.
    before = (text[at - 1 : at + 1] if at and occur[at - 1] else text[at] for at in absent)
    return all(
        _longer(asked, [_Beginning((left,), left)], text[at + 1]) for at, left in zip(absent, before, strict=True)
    )


def _longer(asked: Asked, begun: Sequence[_Beginning], character: str) -> list[_Beginning]:
    """Those that occur of all beginnings with the next character, with signs before it or without;
    those with the fewest signs first."""
    found = last = list(begun)
    for _ in range(MOST_SIGNS):
        # What is asked for are strings: of a hundred a few occur.
        signed = [(each, sign) for each in last for sign in _SIGNS]
        occur = asked.occur([each.text + sign for each, sign in signed])
        last = [each.with_sign(sign) for (each, sign), occurs in zip(signed, occur, strict=True) if occurs]
        found = found + last
    occur = asked.occur([each.text + character for each in found])
    longer = [each.with_piece(character) for each, occurs in zip(found, occur, strict=True) if occurs]
    return sorted(longer, key=_interruptions)


def _interruptions(begun: _Beginning) -> int:
    return len(begun.parts)


def _offer(found: _Beginning) -> Apart:
    """A gap at each sign; exactly these signs where they are too many; paragraphs as phrases of
    their own."""
    if _END in found.text:
        # An empty paragraph says nothing, and nothing between quotes cannot be searched.
        paragraphs = [each for each in _as_printed(found.text).split(_END) if each]
        return Apart(" … ".join(paragraphs), " ".join(map(escape, paragraphs)))
    shown = _as_printed(found.text)
    if len(found.pieces) - 1 > MAX_GAPS:
        return Apart(shown, escape(shown))
    return Apart(shown, f'"{"*".join(escape(piece)[1:-1] for piece in found.pieces)}"')


def _as_printed(text: str) -> str:
    return text.translate(_WIDE).replace("--", "——")
