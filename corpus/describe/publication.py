"""When a report was published and when it was issued: which of the dates on a page says what.

A visible date beats the `PubDate` meta tag, which moves when a site changes its software; a date in
the address comes last. 发布 and its kin say published; 成文, 印发 and a signature's date say
issued. When rules take effect or end, and when a collector fetched the page, is neither: such dates
are taken away before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.describe.date_labels import LABEL_MARKS, LABEL_REACH, NEAR_LABEL, another_label, close_up, without_others
from corpus.describe.sure import evidence
from corpus.records import Evidence
from corpus.text.dates import CENTURY, dates_in, day_of, squeezed, with_digits

PUBLISHED = re.compile(
    r"发布于|(?:发布|发表|发稿|公开|上载|上传|录入|添加|信息|刊登|公布)(?:日期|时间)"
    r"|(?<![文成印作效废限施新改])(?:日期|时间|时间为)(?=[:： ])"
)
UPDATED = re.compile(r"(?:更新|修改)(?:日期|时间|于)?(?=[:： ]|\d)")  # counts where no publication is told
SENT = re.compile(r"(?:生成|发文|产生)(?:日期|时间)")  # the only date of some pages, and of their publication too
ISSUED = re.compile(r"(?:成文|生成|发文|印发|形成|签发|制发|制作|公文生成|产生)(?:日期|时间)")
STOPS = re.compile(r"今天是|现在是|农历|星期[一二三四五六日天](?!\s*\d)|有效期|来信")
# With the hour behind the date there may be more: accounts sign 法治松塘 2024-01-25 18:02 湖北. An entry of a list has a
# longer title.
MOST_BESIDE_HOUR = 10
HOUR = re.compile(r"\s*\d{1,2}[:：]\d{2}")
MOST_BESIDE = 6  # characters beside a date that stands alone, tools and the hour aside; rejects sentences
ADDRESS = (
    re.compile(r"/t((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])_"),
    re.compile(r"/((?:19|20)\d\d)[-/](1[0-2]|0?[1-9])[-/](3[01]|[12]\d|0?[1-9])/"),
    re.compile(r"(?:^|[/_=-])((?:19|20)\d\d)(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?=\d*[/_.?&-]|\d{6,}|$)"),
    re.compile(r"/((?:19|20)\d\d)[-/]?(1[0-2]|0[1-9])(?=/)"),
)


def _labelled(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    """The date after a label, in its line or alone on the next."""
    for at, line in enumerate(lines):
        if LABEL_MARKS.isdisjoint(line):
            continue
        flat = close_up(line)
        for match in label.finditer(flat):
            after = flat[match.end() :]
            dates = dates_in(after, compact=True)
            if dates and dates[0].start <= LABEL_REACH and not another_label(after[: dates[0].start]):
                return dates[0].value
            if not after.strip(" :：|-\t") and at + 1 < len(lines):
                following = next((other for other in lines[at + 1 : at + 4] if other.strip(" |:：")), "")
                alone = dates_in(following, compact=True)
                if alone and alone[0].start <= NEAR_LABEL:
                    return alone[0].value
    return None


def _alone(lines: Sequence[str]) -> str | None:
    """A date without a label: alone in its line, or first of a line of small print (2024-03-28
    来源：…)."""
    for line in lines:
        if not CENTURY.search(line) or STOPS.search(line) or ISSUED.search(close_up(line)):
            continue
        flat = squeezed(line).strip(" •·|-\t*[]【】()（）")
        dates = dates_in(flat)
        if not dates:
            continue
        rest = flat[: dates[0].start] + flat[dates[0].end :]
        small = re.sub(
            r"\d{1,2}[:：]\d{2}([:：]\d{2})?|来源.*|作者.*|浏览.*|点击.*|阅读.*|字[体号].*|打印.*|分享.*", "", rest
        )
        small = small.strip(" :：|-/\t·•日期时间")
        signed = HOUR.match(flat, dates[0].end) and len("".join(small.split())) <= MOST_BESIDE_HOUR
        if signed or len(small) <= MOST_BESIDE:
            return dates[0].value
    return None


def published(
    head: Sequence[str], tail: Sequence[str], meta: Mapping[str, str], address: str
) -> tuple[str | None, Evidence | None]:
    """When the page was put on the site, and what says so: a visible date, else meta tags, else the
    address."""
    head, tail = without_others(head), without_others(tail)
    lines = [line for line in head if not STOPS.search(line) or PUBLISHED.search(line) or UPDATED.search(line)]
    for source, value in (
        ("published", _labelled(lines, PUBLISHED)),
        ("updated", _labelled(lines, UPDATED)),
        ("date_at_title", _alone(lines)),
        ("date_at_end", _labelled(tail, PUBLISHED)),
        ("publication_tag", _from_meta(meta)),
        ("address", in_address(address)),
        ("sent", _labelled(head, SENT)),
    ):
        if value:
            return value, evidence("published", source)
    return None, None


def _from_meta(meta: Mapping[str, str]) -> str | None:
    for name in ("pubdate", "publishdate", "firstpublishedtime", "article:published_time", "publishtime", "createdate"):
        dates = dates_in(meta.get(name, ""), compact=True)
        if dates:
            return dates[0].value
    return None


def in_address(address: str) -> str | None:
    """The date in a web address (t20240328_…, /2024/3/28/, /202403/), None where there is none that
    can be."""
    if not address.startswith(("http://", "https://")):
        return None
    for form in ADDRESS:
        for match in form.finditer(address):
            year, month, *day = match.groups()
            value = day_of({"y": year, "m": month, "d": day[0] if day else None})
            if value:
                return value
    return None


def issued(
    head: Sequence[str], front: Sequence[str], back: Sequence[str], tail: Sequence[str]
) -> tuple[str | None, Evidence | None]:
    """When the report was signed or printed, and what says so: its signature's date, a 印发 line, a
    成文日期 field."""
    signed = [line for line in back if not re.search(r"印发|发布|更新", line)]
    for source, value in (
        ("signed", _last_alone(signed)),
        ("printed", _printed([*back, *tail])),
        ("written", _labelled([*head, *front, *tail], ISSUED)),
        ("printed/front", _printed(front)),
    ):
        if value:
            return value, evidence("issued", source)
    return None, None


def _last_alone(lines: Iterable[str]) -> str | None:
    """The last line that is a date and nothing more, or ends in one after a signature."""
    for line in reversed(list(lines)):
        flat = squeezed(line).strip(" 。()（）")
        dates = dates_in(flat)
        if dates and dates[-1].end == len(with_digits(flat)) and not re.search(r"[，,；;]|电话|邮编|联系", flat):
            return dates[-1].value
    return None


def _printed(lines: Iterable[str]) -> str | None:
    for line in lines:
        if "印" not in line:
            continue
        flat = squeezed(line)
        dates = dates_in(flat)
        if dates and "印发" in flat[dates[-1].end - 2 :]:
            return dates[-1].value
    return None
