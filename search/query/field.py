"""What a field of the query asks for: `title:` `heading:` `zone:` `region:` `number:` hold
characters, `part:` `kind:` `level:` name a value.

A value may be shortened (`part:问题` is 问题不足); a name that is itself a value means only that
one (`level:市` is not 市辖 anything).
"""

from __future__ import annotations

from corpus.records import KINDS, LEVELS, PARTS
from corpus.saying import Saying
from corpus.text.fold import fold
from corpus.text.numerals import in_digits
from search.errors import unread
from search.query.interpret import UNKNOWN
from search.query.run import counted, squeezed
from search.query.syntax import Contains, Field, OneOf
from search.query.years import WRITTEN, read_years

MAY_BE_MISSING = ("zone", "region", "number")
VALUES = {"part": PARTS, "kind": KINDS, "level": LEVELS}


def read_field(name: str, typed: str, place: int) -> Field:
    """The field term. Raises QueryError for a year that is none."""
    text = squeezed(typed)
    if name == "year":
        years = read_years(in_digits(text))
        if years is None:
            what = Saying("年份“%(typed)s”看不懂", typed=typed)
            raise unread(place, what, Saying("请写成 %(written)s", written=WRITTEN))
        return years
    if name in VALUES:
        return OneOf(name, typed, _values(VALUES[name], text))
    missing = text == UNKNOWN and name in MAY_BE_MISSING
    return Contains(name, "", "") if missing else Contains(name, text, counted(typed))


def _values(values: tuple[str, ...], text: str) -> tuple[str, ...]:
    if text == UNKNOWN:
        return ("",)
    folded = {fold(value): value for value in values}
    return (folded[text],) if text in folded else tuple(value for key, value in folded.items() if text in key)
