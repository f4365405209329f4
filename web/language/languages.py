"""Which language a page speaks: Chinese, or English where the address says `lang=en`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from flask import Flask, g, has_request_context, request
from flask_babel import Babel

from web.address.argument import BadParameter
from web.address.parameters import read_language
from web.language import sentences
from web.language.sentences import gettext, ngettext

CHINESE = "zh_Hans_CN"
HAN = re.compile(r"[\u4e00-\u9fff]")


def register(app: Flask) -> None:
    """Translate the application's strings; the sources are Chinese."""
    app.config["BABEL_DEFAULT_LOCALE"] = CHINESE
    Babel(app, locale_selector=_selected)
    sentences.register(app)


def current() -> str:
    """`zh` or `en`, found once a request."""
    if not has_request_context():
        return "zh"
    found: str | None = g.get("language")
    if found is None:
        found = g.language = "en" if _selected() == "en" else "zh"
    return found


def _selected() -> str:
    try:
        return "en" if read_language(request.args) == "en" else CHINESE
    except BadParameter:
        return CHINESE  # the page that reads the parameters refuses it; the refusal is in Chinese


def spoken(notice: str | None, lang: str) -> tuple[str, str] | None:
    """What of a notice in several languages, one a line, a page in `lang` shows, and the language
    tag of that.

    >>> spoken("园区是虚构的。\\nThe zones are invented.", "en")
    ('The zones are invented.', 'en')
    >>> spoken("园区是虚构的。", "en")
    ('园区是虚构的。', 'zh-Hans')
    """
    lines = [line.strip() for line in (notice or "").splitlines() if line.strip()]
    chinese, other = ([line for line in lines if bool(HAN.search(line)) is han] for han in (True, False))
    if lang == "en" and other:
        return " ".join(other), "en"
    return ("".join(chinese or other), "zh-Hans" if chinese else "en") if lines else None


def N_(text: str) -> str:  # noqa: N802 (the name by which extraction knows strings that are translated later)
    """A text as it is, marked for the catalogue."""
    return text


# Names the corpus gives to values: what is written there is data, what is shown is a name.
NOT_STATED: Final = N_("未注明")
_PLACES: Final = (
    N_("国家"),
    N_("省"),
    N_("市"),
    N_("区县"),
    N_("乡镇街道"),
    N_("部门"),
    N_("国家级开发区"),
    N_("省级开发区"),
)
_KINDS: Final = (N_("法治政府建设"), N_("信息公开"), N_("政府工作报告"), N_("依法行政"), N_("其他"))
_PARTS: Final = (N_("举措成效"), N_("问题不足"), N_("责任人履职"), N_("下年安排"))
NAMED: Final = frozenset((*_PLACES, *_KINDS, *_PARTS, NOT_STATED))


def name_of(value: str | None) -> str:
    """A level, kind or part in the language of the page; anything else as it is."""
    named = value or NOT_STATED
    return gettext(named) if named in NAMED else named


_FACETS: Final = {
    "year": N_("年份"),
    "region": N_("地区"),
    "zone": N_("报告主体"),
    "level": N_("级别"),
    "part": N_("部分"),
    "kind": N_("类型"),
}


def facet_name(facet: str) -> str:
    """What a facet is called."""
    return gettext(_FACETS[facet])


_FIELDS: Final = {
    "title": N_("标题"),
    "zone": N_("报告主体"),
    "zone_then": N_("文中称呼"),
    "province": N_("省份"),
    "city": N_("城市"),
    "county": N_("区县"),
    "level": N_("级别"),
    "kind": N_("类型"),
    "year": N_("年份"),
    "published": N_("发布"),
    "issued": N_("成文"),
    "number": N_("文号"),
    "script": N_("字体"),
}


def field_name(field: str) -> str:
    """What a field of a report is called."""
    return gettext(_FIELDS.get(field, field))


_EQUIVALENCES: Final = (N_("空白"), N_("繁简"), N_("全半角"), N_("大小写"), N_("标点"), N_("数字写法"))


def equivalence_name(equivalence: str) -> str:
    """What an equivalence of characters is called."""
    return gettext(equivalence) if equivalence in _EQUIVALENCES else equivalence


_COUNTED: Final[dict[str, Callable[[int, str], str]]] = {
    "sections": lambda number, n: ngettext("%(n)s 段", "%(n)s 段", number, n=n),
    "reports": lambda number, n: ngettext("%(n)s 份", "%(n)s 份", number, n=n),
    "whole_reports": lambda number, n: ngettext("%(n)s 份报告", "%(n)s 份报告", number, n=n),
    "zones": lambda number, n: ngettext("%(n)s 个主体", "%(n)s 个主体", number, n=n),
    "occurrences": lambda number, n: ngettext("%(n)s 处", "%(n)s 处", number, n=n),
    "times": lambda number, n: ngettext("%(n)s 次", "%(n)s 次", number, n=n),
}


def unit_name(unit: str, number: int) -> str:
    """What so many sections or reports are called, without the number."""
    return ngettext("段", "段", number) if unit == "sections" else ngettext("份", "份", number)


def counted(unit: str, number: int) -> str:
    """A number of sections, reports … with its unit."""
    return str(_COUNTED[unit](number, f"{number:,}"))


_SORTS: Final = {
    "relevance": N_("相关"),
    "newest": N_("最新"),
    "oldest": N_("最早"),
    "zone": N_("按主体"),
}


def sort_name(sort: str) -> str:
    """What an order of hits is called."""
    return gettext(_SORTS[sort])


_ORDERS: Final = {
    "left": N_("左文"),
    "right": N_("右文"),
    "zone": N_("主体"),
    "year": N_("年份"),
}


def order_name(order: str) -> str:
    """What an order of KWIC lines is called."""
    return gettext(_ORDERS[order])


_VIEWS: Final = {"list": N_("逐段"), "kwic": N_("逐处"), "reports": N_("按报告")}


def view_name(view: str) -> str:
    """What a way of showing hits is called."""
    return gettext(_VIEWS[view])
