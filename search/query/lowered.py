"""Operators in lower case: `or` and `not` are words, unless they stand between two operands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from search.answer import Note
from search.query.forgiven import LOWER, read_as
from search.query.mark import BEGINS, ENDS, Mark


class Spelled(NamedTuple):
    """A run that is spelled like an operator: the number of its mark, and where it begins and
    ends."""

    at: int
    begins: int
    ends: int


def lowered(text: str, found: Sequence[Mark], spelled: Sequence[Spelled]) -> Iterator[tuple[int, Mark, Note]]:
    """The operators among the runs: which mark they stand in for, and what is said. `found` may be
    changed between them."""
    for at, begins, ends in spelled:
        kind = LOWER[normalize("NFKC", text[begins:ends])]
        before = found[at - 1].kind if at else ""
        behind = found[at + 1].kind if at + 1 < len(found) else ""
        follows = before in ENDS or (kind == "not" and before in ("or", "and"))
        if follows and behind in BEGINS and not (kind == behind == "not"):
            yield at, Mark(kind, begins + 1), read_as(text, begins, text[begins:ends], kind)
