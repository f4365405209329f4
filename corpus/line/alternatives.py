"""One regular expression out of a list of words, written so that searching a line for it is fast.

`re` looks for the first characters of all alternatives at once, but only where each of them begins
with a plain character. Words like `(?:您|你)?访问` are therefore spread into `您访问`, `你访问` and
`访问`.
"""

from __future__ import annotations

from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The alternatives, longest first, so that a possessive match takes the longest."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def searched(words: Iterable[str]) -> str:
    """The alternatives for a search, whose answer does not hang on their order: quick to look
    for."""
    return "|".join(dict.fromkeys(piece for word in words for piece in spread(word)))


def spread(word: str) -> list[str]:
    """The words without a group at their beginning.

    >>> spread("(?:您|你)?(?:离开|访问)本站")
    ['您(?:离开|访问)本站', '你(?:离开|访问)本站', '离开本站', '访问本站']
    """
    if not word.startswith("(?:"):
        return [word]
    end = _closing(word)
    rest = word[end + 1 :]
    if rest[:1] in ("*", "+", "{"):
        return [word]
    optional = rest.startswith("?")
    openings = [*_split(word[3:end]), *([""] if optional else [])]
    return [piece for opening in openings for piece in spread(opening + rest[optional:])]


def _closing(word: str) -> int:
    """Where the group that the word begins with ends."""
    depth = 0
    for at, sign in enumerate(word):
        if at and word[at - 1] == "\\":
            continue
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return at
    return len(word)


def _split(group: str) -> list[str]:
    """The group's own alternatives."""
    pieces, depth = [""], 0
    for sign in group:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces
