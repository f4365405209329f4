"""A question asked again so that what selects is told from what is said: `鹤渚 免扰清单` as
`zone:"鹤渚" 免扰清单`."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from search.match.view import View
from search.name.called import called
from search.name.holding import year_of
from search.query.syntax import And, Contains, Node, Not, Number, Or, Phrase, Run, Unit, Word, Years


def tells_issuers(view: View, text: str) -> bool:
    """Whether a text is a year, or stands in the name of an issuer or place."""
    return bool(year_of(text) or _field_of(view, text))


def apart(view: View, node: Node, names: tuple[str, ...]) -> Node:
    """The tree with the bare words of these `names` (as typed) as fields, where they are a year or
    stand in the name of an issuer or place; what stands around the others in quotation marks."""
    if isinstance(node, Not):
        return replace(node, node=apart(view, node.node, names))
    if isinstance(node, And | Or) and not isinstance(node, Number):
        return replace(node, nodes=tuple([apart(view, each, names) for each in node.nodes]))
    words = node.words if isinstance(node, Run) else (node,) if isinstance(node, Word | Number) else ()
    if not any(word.shown in names for word in (node, *words) if isinstance(word, Word | Number | Unit)):
        return node
    fields = _of_all(view, words)
    return fields[0] if len(fields) == 1 else And(fields)


def _of_all(view: View, words: tuple[Word | Number | Unit, ...]) -> tuple[Node, ...]:
    """Words of one run as fields and phrases: those that stand together in a name as one field."""
    if (whole := _joined(view, words)) is not None:
        return (whole,)
    telling = [tells_issuers(view, word.text) for word in words]
    pairs = groupby(zip(telling, words, strict=True), lambda each: each[0])
    stretches = [(tells, tuple([word for _, word in some])) for tells, some in pairs]
    return tuple([(_joined(view, some) if tells else None) or _phrase(some) for tells, some in stretches])


def _joined(view: View, words: tuple[Word | Number | Unit, ...]) -> Node | None:
    """Words that are a year or stand in a name together, as a field."""
    text, shown = "".join(word.text for word in words), "".join(word.shown for word in words)
    if year := year_of(text):
        return Years(int(year), int(year))
    field = _field_of(view, text)
    return Contains(field, text, shown) if field else None


def _phrase(words: tuple[Word | Number | Unit, ...]) -> Phrase:
    return Phrase(("".join(word.text for word in words),), ("".join(word.shown for word in words),))


def _field_of(view: View, text: str) -> str:
    """The field that holds a text: zone or region, "" for neither."""
    if any(text in names for names in called(view).joined.values()):
        return "zone"
    return "region" if any(text in name for name in view.place_names) else ""
