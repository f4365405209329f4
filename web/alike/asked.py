"""What an address asks about a section: how many, of which part, beside which other section."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.saying import Saying
from search.across.elsewhere import MOST
from web.address.argument import Arguments, BadParameter, choice, number, one, short
from web.address.links import page_with
from web.address.parameters import BESIDE, read_language

WITHIN: Final = ("", "part")
LIMIT: Final = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """`within` is "part" where only sections of the same part are wanted; `beside` the section of
    another report that is read beside it (`<report>/<section>`)."""

    report: str
    section: str
    limit: int = LIMIT
    within: str = ""
    beside: str = ""
    lang: str = "zh"


def read_asked(arguments: Arguments, report: str, section: str) -> Asked:
    """The state of `/r/<id>/<section>/alike`. Raises BadParameter."""
    return Asked(
        report,
        section,
        number(arguments, "limit", LIMIT, 1, MOST),
        choice(arguments, "within", WITHIN),
        _beside(arguments),
        read_language(arguments),
    )


def _beside(arguments: Arguments) -> str:
    value = one(arguments, "beside") or ""
    if value and not BESIDE.fullmatch(value):
        raise BadParameter(Saying("参数 beside 的值“%(value)s”不是一段：请写成 报告编号/段号。", value=short(value)))
    return value


def address(asked: Asked, path: str = "/r/{}/{}/alike", **changes: object) -> str:
    """The address of what is asked, some of it changed.

    >>> address(Asked("aaaaaaaaaaa1", "2.3"), within="part")
    '/r/aaaaaaaaaaa1/2.3/alike?within=part'
    """
    state: Asked = replace(asked, **changes)  # type: ignore[arg-type]
    found = [("limit", str(state.limit))] if state.limit != LIMIT else []
    found += [(name, value) for name in ("within", "beside") if (value := getattr(state, name))]
    found += [("lang", state.lang)] if state.lang != "zh" else []
    return page_with(path.format(state.report, state.section), found)
