"""Sentences with a code: how they are made, and how a record keeps them.

A record has `{"code", "values", "text"}`: the code and the values are what was found, the text is
the Chinese sentence for who only reads it. Records of earlier versions have the sentence alone; it
is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from corpus.saying import Saying
from corpus.wording.crawling import CRAWLING
from corpus.wording.evidence import EVIDENCE
from corpus.wording.loading import LOADING
from corpus.wording.refusals import REFUSALS

SAYINGS: Final[Mapping[str, Saying]] = {**REFUSALS, **LOADING, **CRAWLING, **EVIDENCE}
_CODES: Final = {saying.template: code for code, saying in SAYINGS.items()}
_FIELD: Final = re.compile(r"%\((\w+)\)s")
_OPEN: Final = "…"  # stands for what is particular to one page
# What is particular to a page in a sentence without a code: what it quotes, and figures.
_PARTICULAR: Final = re.compile(r"(?<=「).*(?=」)|\d+")


def said(code: str, /, **values: object) -> Saying:
    """The sentence of a code, filled in. Raises KeyError where the code or a value is missing.

    >>> said("short", n=12)
    '正文只有 12 个汉字，不成一份报告。'
    """
    return Saying(SAYINGS[code].template, **values).coded(code)


def recorded(sentence: str) -> Saying:
    """A sentence with its code: a saying's goes by its template; that of a sentence alone is found
    where nothing was filled in.

    >>> recorded("标题").code, recorded("甲的标题").code
    ('title', '')
    """
    saying = sentence if isinstance(sentence, Saying) else Saying(sentence)
    return saying if saying.code else saying.coded(_CODES.get(saying.template, ""))


def to_record(sentence: str) -> dict[str, Any]:
    """A sentence as plain values; what has no code has the code ""."""
    saying = recorded(sentence)
    values = {name: to_record(value) if isinstance(value, Saying) else value for name, value in saying.values.items()}
    return {"code": saying.code, "values": values, "text": str(saying)}


def from_record(kept: str | Mapping[str, Any]) -> Saying:
    """What `to_record` gave, or a sentence alone. The text stands where this version does not know
    the code. Raises KeyError or TypeError where it is neither."""
    if isinstance(kept, str):
        return recorded(kept)
    code, text = kept["code"], kept["text"]
    if not isinstance(code, str) or not isinstance(text, str):
        raise TypeError("no sentence")
    values = {
        name: from_record(value) if isinstance(value, Mapping) else value for name, value in kept["values"].items()
    }
    if code in SAYINGS and set(_FIELD.findall(SAYINGS[code].template)) <= set(values):
        return said(code, **values)
    return Saying(text.replace("%", "%%") if values else text, **values).coded(code)


def changed(sentence: str, change: Callable[[str], str]) -> Saying:
    """The sentence with every text in it changed: its values, theirs, and the whole, where a change
    reaches across them."""
    saying = recorded(sentence)
    values = {name: _changed(value, change) for name, value in saying.values.items()}
    made = Saying(saying.template, **values).coded(saying.code)
    return made if change(made) == made else Saying(change(made)).coded(saying.code)


def _changed(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, Saying):
        return changed(value, change)
    return change(value) if isinstance(value, str) else value


def general(sentence: str) -> Saying:
    """The sentence without what is particular to one page, titles and figures; what a person wrote
    is kept.

    >>> general(said("short", n=12)) == general("正文只有 12 个汉字，不成一份报告。")
    True
    """
    saying = recorded(sentence)
    if saying.code == "by_hand":
        return saying
    if saying.code not in SAYINGS:
        return recorded(_PARTICULAR.sub(_OPEN, saying))
    return said(saying.code, **{name: _opened(value) for name, value in saying.values.items()})


def _opened(value: object) -> object:
    return general(value) if isinstance(value, Saying) else _OPEN
