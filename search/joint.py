"""Words and phrases that all have to stand in a section: the rarest first, the others looked for only in what it leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from search.lookup import Lookup
from search.syntax import And, Node, Phrase, Run, Word
from search.view import Bools, Ints

# Words and phrases without gaps are strings that can be looked for in a text; everything else gives a mask over all documents.
String: TypeAlias = Word | Phrase


def joint(lookup: Lookup, node: And | Run, mask: Callable[[Node], Bools]) -> Ints | None:
    """The live documents in which all parts of `node` hold, ascending; None where no part can begin.

    A word may stand in the report's title or zone instead, if the section holds any other operand. So a part that stands in no title can
    begin: all that it leaves hold it. `mask` gives the documents where a part holds.
    """
    strings, others = _parts(node)
    beginning = [part for part in strings if isinstance(part, Phrase) or not len(lookup.about(part.text))]
    if not beginning:
        return None
    first = min(beginning, key=lambda part: lookup.rarity(part.text))
    docs = lookup.counted(first).docs
    for part in sorted(strings, key=lambda part: lookup.rarity(part.text)):
        if part is not first and len(docs):
            docs = docs[_present(lookup, part, docs)]
    for other in others:
        if len(docs):
            docs = docs[mask(other).take(docs)]
    return docs


def _parts(node: And | Run) -> tuple[list[String], list[Node]]:
    strings: list[String] = []
    others: list[Node] = []
    for part in node.nodes if isinstance(node, And) else node.words:
        if isinstance(part, Run):
            inner = _parts(part)
            strings += inner[0]
            others += inner[1]
        elif isinstance(part, Word) or (isinstance(part, Phrase) and len(part.pieces) == 1):
            strings.append(part)
        else:
            others.append(part)
    return strings, others


def _present(lookup: Lookup, part: String, docs: Ints) -> Bools:
    held = lookup.holds(part.text, docs)
    named = lookup.is_named(part.text, docs) if isinstance(part, Word) else None
    return held if named is None else held | named
