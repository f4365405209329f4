"""The state of `/r/<id>/changes` and what stands beside it: which other report is compared."""

from __future__ import annotations

import re
from typing import Final

from corpus.saying import Saying
from web.address.argument import Arguments, BadParameter, one, short
from web.address.links import page_with

# An id, or an address of the report that was copied: all up to the id goes, and all behind it.
REPORT: Final = re.compile(r"(?:\S*/r/)?(?P<report>[\w-]{1,60})(?:[/?#]\S*)?")


def read_other(arguments: Arguments) -> str:
    """The id of the report to compare with, "" where none is named. Raises BadParameter."""
    value = (one(arguments, "with") or "").strip()
    if not value:
        return ""
    found = REPORT.fullmatch(value)
    if found is None:
        raise BadParameter(
            Saying("参数 with 的值“%(value)s”不是报告的编号；请给 12 位编号，或报告在本站的地址。", value=short(value))
        )
    return found["report"]


def changes(report: str, other: str = "", lang: str = "zh", path: str = "/r/{}/changes") -> str:
    """The address of a comparison: a page, a table or an answer for programs, by its path.

    >>> changes("aaaaaaaaaaa1", "aaaaaaaaaaa2")
    '/r/aaaaaaaaaaa1/changes?with=aaaaaaaaaaa2'
    """
    found = [("with", other)] if other else []
    return page_with(path.format(report), found + ([("lang", lang)] if lang != "zh" else []))
