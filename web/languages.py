"""Which language a page speaks: Chinese, or English where the address says `lang=en`."""

from __future__ import annotations

import re

from flask import Flask, request
from flask_babel import Babel, get_locale, gettext, ngettext

from corpus.records import KINDS, LEVELS, PARTS
from web.parameters import BadParameter, read_language

CHINESE = "zh_Hans_CN"
HAN = re.compile(r"[\u4e00-\u9fff]")


def register(app: Flask) -> None:
    """Translate the application's strings; the sources are Chinese."""
    app.config["BABEL_DEFAULT_LOCALE"] = CHINESE
    Babel(app, locale_selector=_selected)


def current() -> str:
    """`zh` or `en`."""
    return "en" if str(get_locale()).startswith("en") else "zh"


def _selected() -> str:
    try:
        return "en" if read_language(request.args) == "en" else CHINESE
    except BadParameter:
        return CHINESE  # the page that reads the parameters refuses it; the refusal is in Chinese


def spoken(notice: str | None, lang: str) -> tuple[str, str] | None:
    """What of a notice in several languages, one a line, a page in `lang` shows, and the language tag of that.

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


def _known_values() -> dict[str, str]:
    """Names the corpus gives to values, for the catalogue: what is written there is data, what is shown is a name."""
    return {
        "国家": gettext("国家"),
        "省": gettext("省"),
        "市": gettext("市"),
        "区县": gettext("区县"),
        "乡镇街道": gettext("乡镇街道"),
        "部门": gettext("部门"),
        "国家级开发区": gettext("国家级开发区"),
        "省级开发区": gettext("省级开发区"),
        "法治政府建设": gettext("法治政府建设"),
        "信息公开": gettext("信息公开"),
        "政府工作报告": gettext("政府工作报告"),
        "依法行政": gettext("依法行政"),
        "其他": gettext("其他"),
        "举措成效": gettext("举措成效"),
        "问题不足": gettext("问题不足"),
        "责任人履职": gettext("责任人履职"),
        "下年安排": gettext("下年安排"),
        "未注明": gettext("未注明"),
    }


NAMED = frozenset((*LEVELS, *KINDS, *PARTS, "未注明"))


def name_of(value: str | None) -> str:
    """A level, kind or part in the language of the page; anything else as it is."""
    return _known_values().get(value or "未注明", value or "") if not value or value in NAMED else value


def facet_name(facet: str) -> str:
    """What a facet is called."""
    names: dict[str, str] = {
        "year": gettext("年份"),
        "region": gettext("地区"),
        "zone": gettext("报告主体"),
        "level": gettext("级别"),
        "part": gettext("部分"),
        "kind": gettext("类型"),
    }
    return names[facet]


def field_name(field: str) -> str:
    """What a field of a report is called."""
    names: dict[str, str] = {
        "title": gettext("标题"),
        "zone": gettext("报告主体"),
        "zone_then": gettext("文中称呼"),
        "province": gettext("省份"),
        "city": gettext("城市"),
        "county": gettext("区县"),
        "level": gettext("级别"),
        "kind": gettext("类型"),
        "year": gettext("年份"),
        "published": gettext("发布"),
        "issued": gettext("成文"),
        "number": gettext("文号"),
        "script": gettext("字体"),
    }
    return names.get(field, field)


def counted(unit: str, number: int) -> str:
    """A number of sections, reports … with its unit."""
    n = f"{number:,}"
    names: dict[str, str] = {
        "sections": ngettext("%(n)s 段", "%(n)s 段", number, n=n),
        "reports": ngettext("%(n)s 份", "%(n)s 份", number, n=n),
        "whole_reports": ngettext("%(n)s 份报告", "%(n)s 份报告", number, n=n),
        "zones": ngettext("%(n)s 个主体", "%(n)s 个主体", number, n=n),
        "occurrences": ngettext("%(n)s 处", "%(n)s 处", number, n=n),
        "times": ngettext("%(n)s 次", "%(n)s 次", number, n=n),
    }
    return names[unit]


def sort_name(sort: str) -> str:
    """What an order of hits is called."""
    names: dict[str, str] = {
        "relevance": gettext("相关"),
        "newest": gettext("最新"),
        "oldest": gettext("最早"),
        "zone": gettext("按主体"),
    }
    return names[sort]


def order_name(order: str) -> str:
    """What an order of KWIC lines is called."""
    names: dict[str, str] = {
        "left": gettext("左文"),
        "right": gettext("右文"),
        "zone": gettext("主体"),
        "year": gettext("年份"),
    }
    return names[order]


def view_name(view: str) -> str:
    """What a way of showing hits is called."""
    names: dict[str, str] = {"list": gettext("逐段"), "kwic": gettext("逐处"), "reports": gettext("按报告")}
    return names[view]
