"""A sentence for people that another language can say, too: Chinese text that still knows the
template and the values it was made of.

A string in every way, so that records, JSON and the command hold it as they hold any other.
Templates are found in the code by the name of the class, so each stands there as it is:
`Saying("没有“%(name)s”。", name=name)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce


class Saying(str):
    """The Chinese sentence. `template` is the key of its translation; `values` fill it in, sayings
    among them are translated, too; `code` is its name for programs, "" where it has none."""

    __slots__ = ("code", "template", "values")

    code: str
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Saying:
        """Without values the template is the sentence; a `%` in it is a `%`.

        >>> Saying("没有“%(name)s”。", name="年份")
        '没有“年份”。'
        """
        made = super().__new__(cls, template % values if values else template)
        made.code, made.template, made.values = "", template, values
        return made

    def coded(self, code: str) -> Saying:
        """The same with a code: see `corpus.wording.coded`."""
        made = Saying(self.template, **self.values)
        made.code = code
        return made


def listed(parts: Iterable[str]) -> str:
    """Parts of a list, each quoted as it is or a saying of its own; "" for none.

    >>> listed(["甲", "乙", "丙"])
    '甲、乙、丙'
    """
    found = list(parts)
    return reduce(_beside, found[1:], found[0]) if found else ""


def _beside(one: str, other: str) -> str:
    return Saying("%(one)s、%(other)s", one=one, other=other)
