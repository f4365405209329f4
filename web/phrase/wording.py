"""What has to be said beside the figures, and what a first use is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.saying import Saying, listed
from search.tables import NOT_FOR_FIELDS, NOT_FOR_NAMES, NOT_FOR_NOT, FirstUse, Selection

SILENCE: Final = {
    NOT_FOR_NOT: Saying(
        "排除（-、NOT）是按段说的，不是按份：一份报告里总有不含它的段。所以这里不说谁没有写到；请去掉排除再看。"
    ),
    NOT_FOR_FIELDS: Saying(
        "字段（如 zone:、year:）写在“或”里，就分不清是选择范围还是要找的话。所以这里不说谁没有写到；请把它改成筛选。"
    ),
}
ONE_SECTION: Final = Saying("按检索式，几个词要在同一段内；词也算标题里的。要问一句话，请加上引号。")


def notes(selection: Selection) -> Iterator[str]:
    """Sentences about how a question was understood."""
    if selection.moved:
        yield Saying("%(fields)s 只划定范围，不算要找的话。", fields=listed(selection.moved))
    if selection.silence:
        yield why_untold(selection)
    elif selection.one_section:
        yield ONE_SECTION


def advice(selection: Selection) -> Iterator[str]:
    """The same, and what to ask instead."""
    yield from notes(selection)
    if selection.instead:
        yield Saying("可以改问：%(query)s", query=selection.instead)


def why_untold(selection: Selection) -> str:
    """Why nothing can be told about those who do not say it."""
    if selection.silence == NOT_FOR_NAMES:
        return Saying(
            "%(words)s 也按报告的标题、主体、地方或年份算，分不清是选择范围还是要找的话。所以这里不说谁没有写到；"
            "请把它改成筛选或字段（如 year:2022），或者加上引号。",
            words=listed(selection.names),
        )
    return SILENCE[selection.silence]


def since(first: FirstUse) -> str:
    """Since when an issuer says it, in words."""
    if first.state == "left":
        return Saying("至迟 %(by)s 年，更早未收录", by=first.by)
    if first.state == "exact":
        return Saying("%(by)s 年，上一年没有写到", by=first.by)
    return Saying("%(after)s 年之后，至迟 %(by)s 年；其间未收录", by=first.by, after=first.after)
