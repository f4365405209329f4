"""Years as they are typed: `2021`, `2021..2023`, `..2019`, `2021..`, and "" or 未注明 for none."""

from __future__ import annotations

import re

from corpus.saying import Saying
from search.query.interpret import UNKNOWN
from search.query.syntax import Years

_SPAN = re.compile(r"(\d{4})?\.\.(\d{4})?")
_ONE = re.compile(r"(\d{4})年?")
# A bare word that may be the year of a report.
YEAR = re.compile(r"((?:1[89]|20)\d\d)(?:年度?)?")
WRITTEN = Saying("2021、2021..2023、..2019 或 2021..")


def read_years(typed: str) -> Years | None:
    """The span of years, None where it is none (`abc`, `..`, `2023..2021`).

    >>> read_years("2021..2023")
    Years(first=2021, last=2023)
    """
    if typed in ("", UNKNOWN):
        return Years(None, None)
    if one := _ONE.fullmatch(typed):
        return Years(int(one[1]), int(one[1]))
    span = _SPAN.fullmatch(typed)
    if not span or not (span[1] or span[2]):
        return None
    years = Years(*(int(year) if year else None for year in span.groups()))
    return None if years.first and years.last and years.first > years.last else years
