"""A report's own document number (文号): 凤高委报〔2023〕8号.

Reports cite many numbers of other documents; their own stands in a line by itself at the
letterhead, in a metadata field (文号, 发文字号), or at the end of the title in brackets. A number
anywhere else is a citation.

A record has its number as office〔year〕serial号: 某政发〔2023〕5号. People type it in any brackets
and widths: `comparable` is the form in which all writings are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.describe.sure import evidence
from corpus.records import Evidence
from corpus.text.fold import fold, squeeze

NUMBER = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{1,14}?)\s*[〔\[［【(（﹝]\s*(?P<year>(?:19|20)\d\d)\s*[〕\]］】)）﹞]\s*(?:第\s*)?(?P<serial>\d{1,5})\s*[号號]"
)
FIELD = re.compile(r"(?:文\s*[号號]|[发發]文字[号號]|文件[编編][号號]|文件字[号號])\s*[:：|\]】\s]*")
ANOTHER_FIELD = re.compile(r"[:：|•]|名称|主题|时效|有效|索引|发布|成文")
NOTE = re.compile(
    r"签发人.*|密级.*|特急|加急|\(.{0,6}公开.{0,4}\)|（.{0,6}公开.{0,4}）"
)  # may share the line with a number

_BRACKETS = str.maketrans("【(〖{】)〗}", "[[[[]]]]")
_YEAR_AND_SERIAL = re.compile(r"(?P<office>[\u4e00-\u9fff]{0,14})\[(?P<year>(?:19|20)\d\d)\](?P<serial>\d{1,5})号?")
_AHEAD_OF_SERIAL = re.compile(r"(?<=\])第?0*(?=\d)")


def comparable(written: str) -> str:
    """A number, or a piece of one, as it is compared: folded, every bracket square, no white space,
    no 第 and no zeros before the serial.

    >>> comparable("某政發【２０２３】第 05 號")
    '某政发[2023]5号'
    """
    return _AHEAD_OF_SERIAL.sub("", squeeze(fold(written)).translate(_BRACKETS))


def is_whole(number: str) -> bool:
    """Whether a comparable text is nothing but a number: year and serial, with its office or
    without, and perhaps without its 号.

    >>> is_whole("某政发[2023]5号"), is_whole("[2023]5"), is_whole("某政发[2023]")
    (True, True, False)
    """
    return _YEAR_AND_SERIAL.fullmatch(number) is not None


def document_number(
    head: Sequence[str], front: Sequence[str], title: str | None, tail: Sequence[str] = ()
) -> tuple[str | None, Evidence | None]:
    """The report's own number with 〔〕, and where it stood; None where it has none."""
    for source, value in (
        ("number_line", _alone([*front, *head])),
        ("number_field", _field([*head, *front, *tail])),
        ("number_in_title", _in_title(title)),
    ):
        if value:
            return value, evidence("number", source)
    return None, None


def _alone(lines: Sequence[str]) -> str | None:
    for line in lines:
        plain = NOTE.sub("", re.sub(r"[\s\u3000\u00a0]+", "", line)).strip("()（）|•-·")
        match = NUMBER.fullmatch(plain)
        if match:
            return _written(match)
    return None


def _field(lines: Sequence[str]) -> str | None:
    for at, line in enumerate(lines):
        label = FIELD.search(line)
        if label is None:
            continue
        value = line[label.end() :].strip()
        if not value and at + 1 < len(lines):
            value = lines[at + 1].strip(" |　")
        match = NUMBER.search(value)
        if match and not ANOTHER_FIELD.search(value[: match.start()]):
            return _written(match)
    return None


def _in_title(title: str | None) -> str | None:
    match = re.search(r"[（(]\s*(" + NUMBER.pattern + r")\s*[）)]\s*$", title or "")
    return _written(match) if match else None


def _written(match: re.Match[str]) -> str:
    return f"{match['office']}〔{match['year']}〕{match['serial']}号"
