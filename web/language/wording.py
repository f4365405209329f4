"""A sentence of the corpus or the index known again by its wording: a page in another language has
to find out what was said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.saying import Saying
from web.language.sentences import TEMPLATES

# Values that are sayings themselves: the reason within a reason.
_NESTED: Final = frozenset({"reason", "source"})
OPEN: Final = "…"  # stands for what is particular to one page
_FIELD: Final = re.compile(r"%\((\w+)\)s")
_PLAIN: Final = frozenset(template for template in TEMPLATES if not _FIELD.search(template))


def _pattern(template: str) -> re.Pattern[str]:
    """What the sentences of a template look like; a value that stands twice is the same twice."""
    pieces, seen = [], set()
    for place, piece in enumerate(_FIELD.split(template)):
        if place % 2 == 0:
            pieces.append(re.escape(piece))
        else:
            pieces.append(f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)")
            seen.add(piece)
    return re.compile("".join(pieces), re.DOTALL)


_PATTERNS: Final = tuple((template, _pattern(template)) for template in TEMPLATES if template not in _PLAIN)


@lru_cache(maxsize=1024)
def known(sentence: str) -> Saying | None:
    """What was said, None where it is nothing that is said by this program.

    >>> known("正文只有 12 个汉字，不成一份报告。").values
    {'n': '12'}
    """
    if sentence in _PLAIN:
        return Saying(sentence)
    for template, pattern in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            values = found.groupdict()
            return Saying(template, **{name: _inner(name, value) for name, value in values.items()})
    return None


def general(sentence: str) -> str:
    """The sentence without what is particular to one page: titles and figures.

    >>> general("正文只有 12 个汉字，不成一份报告。")
    '正文只有 … 个汉字，不成一份报告。'
    """
    said = known(sentence)
    return said.template % dict.fromkeys(said.values, OPEN) if said and said.values else sentence


def _inner(name: str, value: str) -> str:
    return (known(value) or known(value + "。") or value) if name in _NESTED else value
