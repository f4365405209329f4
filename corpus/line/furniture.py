"""What a single line of a government page is, judged by its words alone: kinds of page furniture,
not a list of lines.

A site writes 分享到, its neighbour 分享至： with four icons behind it: what stays the same is the
kind. So every kind is one pattern over *squeezed* text (folded, white space out), which reads
traditional, full-width and letter-spaced variants alike. The words are data:
`corpus/line/furniture.toml`, where an oddity of a site belongs too. Rejected: matching whole lines
seen on known pages, which keeps nothing on the next site.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from corpus.line.alternatives import any_of, searched
from corpus.line.caption import is_caption
from corpus.line.letter import letter_part
from corpus.text.dates import DATE
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numerals import COUNTING

# Longer lines are no furniture of the short kinds, whatever they begin with; rejects prose that
# opens with 来源于, 打印.
LONGEST_WIDGET = 100
# A key with its value is longer: an issuer's full name, a title; rejects 时间：… that opens a paragraph.
LONGEST_KEYED = 160
# A line with several keys may be longer: whole metadata blocks come as one line.
LONGEST_BLOCK, FEWEST_BLOCK_KEYS = 600, 3
# The whole question of a box that warns of leaving the site.
LONGEST_DIALOG = 160
# A sentence of so many Chinese characters is a report's, though it begins like a tool (扫一扫即可…),
# unless it speaks of the page at hand.
SHORTEST_SENTENCE = 12

_WORDS = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf8"))


def _any_of(name: str) -> str:
    return any_of(_WORDS[name])


_GAPS = r"[\s|/\\丨·•●◆■★※:;,.。、>»›<\[\]()【】《》\"'“”\-—_+=*×✖✕✗~…!?^#&©]"
_KEEP = _any_of("keys")
_COUNT = _any_of("counters")
_KEY = f"(?:{_KEEP}|{_COUNT})"
_BULLET = r"[\-·•●◆■★※*\[(【|>#]*"
_CLOSE = r"[\])】]?"

_DEBRIS = re.compile(r"[|\-:_=*·•.~+#\\]+")
_MARKS = re.compile(r"[。,、;:!?\"'“”‘’()《》〈〉…%]+")
_PAGE_NUMBER = re.compile(
    r"[\-·~.]{1,3}\d{1,4}[\-·~.]{1,3}|第\d{1,4}页(?:[/,]?共\d{1,4}页)?|page\d+(?:of\d+)?|\d{1,4}/\d{1,4}页?"
)
_FIGURE = re.compile(r"[|]?[\d.,%\-+/:]+[|]?")
_WIDGET = re.compile(f"(?:{_COUNT}\\d+(?:人?次)?|{_any_of('widgets')}|{_any_of('tools')}|{_GAPS})++")
_TOOL = re.compile(f"(?:{_any_of('tools')}|{_GAPS})++")
_BREADCRUMB = re.compile(
    r"[>»\-|*•]*(?:您|你)?(?:现在|目前|当前)?(?:所)?(?:的|在)*(?:位置|位于)(?:是|在)?:"
    r"|[>»\-|*•]*(?:网站)?首页(?:>|»|-|→|›|/|\\|\||::)+[^。]{2,}"
    r"|(?:您|你)(?:现在|当前|目前)?所?(?:的|在)+(?:位置|页面|栏目)"
)
_TRAIL = re.compile(r"(?:->|>+|»|→|›|\?>\??|>>)")
_KEYED = re.compile(rf"{_BULLET}{_KEY}{_CLOSE}:")
_BARE_KEY = re.compile(rf"{_BULLET}{_any_of('sure_keys')}{_CLOSE}:?(?=.)")
_KEY_CELL = re.compile(rf"{_BULLET}{_KEY}{_CLOSE}:?")
_CELLS = re.compile(r"[\t|]")
_LONE_KEY = re.compile(rf"{_BULLET}{_KEEP}{_CLOSE}:")
_VALUE = re.compile(rf"{_KEEP}{_CLOSE}:+{_GAPS}*(?!{_KEY}{_CLOSE}:)(?!{_any_of('tools')})[^\s|:\[\]()【】\-]")
_DATE_FIRST = re.compile(rf"{_BULLET}{DATE}(?!.*。)")
_SOME_KEY = re.compile(rf"{_KEY}{_CLOSE}:")
_DATED = re.compile(rf"{_BULLET}{DATE}[/t]?(?:\d{{1,2}}[:时点]\d{{1,2}}(?:[:分]\d{{1,2}}秒?)?分?)?[\])】]?")
_CLOCK = re.compile(
    rf"今天是|现在是|^(?:今天|当前时间|现在时间|系统时间):|北京时间|{DATE}(?:星期|周)[一二三四五六日天]|农历|星期[一二三四五六日天]\d"
)
# Names in a row, four and more, with nothing but gaps between them.
_MENU = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}(?:[\s|｜丨·]+[\u4e00-\u9fffA-Za-z]{2,12}){3,}")
_OF_THE_PAGE = re.compile(r"(?:当前|本|此|该)(?:页|文|站|网|篇)|全文|手机(?:上)?(?:打开|阅读|查看|浏览)")
# What was done, for whom, how much: notices of a site to its visitor say no such thing.
_OF_WORK = re.compile(
    r"全[年市区县镇省]|累计|去年|今年|年内|同比|百分|群众|覆盖|上线|实现|提升|我[局委区县镇市]|(?:\d|["
    + COUNTING
    + r"百千万两])(?:余|多)?(?:人次|件|个|家|项|户|次|名|场)"
)
_FOOTER = re.compile(searched(_WORDS["footer"]))
_DIALOG = re.compile(searched(_WORDS["dialog"]))


@cache
def _short(name: str) -> re.Pattern[str]:
    return re.compile(_any_of(name))


def role(line: str) -> str | None:
    """What kind of furniture or letter part the line is, or None for a line of which its words say
    nothing.

    >>> role("【字体：大 中 小】 打印")
    'widget'
    >>> role("来源：东湖县人民政府 浏览次数：")
    'metadata'
    >>> role("一、工作情况") is None
    True
    """
    return role_of(squeeze(line), line)


def role_of(text: str, line: str) -> str | None:
    """`role` of a line that is squeezed already."""
    if len(line) > LONGEST_BLOCK * 2:
        return None
    if not text:
        return "blank"
    return _bare(text) or _keyed(text, line) or letter_part(text) or _about_a_picture(line) or _site(text, line)


def _about_a_picture(line: str) -> str | None:
    return "caption" if is_caption(line) else None


def _is_sentence(text: str) -> bool:
    """A whole sentence, not about the page it stands on."""
    return text.endswith("。") and han(text) >= SHORTEST_SENTENCE and not _OF_THE_PAGE.search(text)


def _bare(text: str) -> str | None:
    """Kinds which the whole line must be."""
    if len(text) > LONGEST_WIDGET:
        return None
    if _MARKS.fullmatch(text):
        return None  # the mark of a sentence that was broken at its links
    if _is_sentence(text):
        return None
    for name, pattern in (
        ("debris", _DEBRIS),
        ("page number", _PAGE_NUMBER),
        ("date", _DATED),
        ("figure", _FIGURE),
        ("tool", _TOOL),
        ("widget", _WIDGET),
    ):
        if pattern.fullmatch(text):
            return name
    return None


def _keyed(text: str, line: str) -> str | None:
    """Lines of keys with values: metadata is kept in front, counters and empty keys are chrome."""
    cells = [squeeze(cell) for cell in _CELLS.split(line)] if "\t" in line or "|" in line else []
    cells = [cell for cell in cells if cell]
    if cells and _KEY_CELL.fullmatch(cells[0]):
        return "metadata" if any(not _KEY_CELL.fullmatch(cell) for cell in cells[1:]) else "widget"
    if "。" not in text and _KEYED.match(text) and _fits_a_block(text):
        return "metadata" if _VALUE.search(text) else "key" if _LONE_KEY.fullmatch(text) else "widget"
    if len(text) <= LONGEST_WIDGET // 2 and "。" not in text and "," not in text and _BARE_KEY.match(text):
        return "metadata"
    if len(text) <= LONGEST_KEYED and _DATE_FIRST.match(text) and _SOME_KEY.search(text):
        return "metadata"
    if _short("sure_keys").fullmatch(text):
        return "key"
    return "value" if _short("values").fullmatch(text) else None


def _fits_a_block(text: str) -> bool:
    """Short enough for a line of keys? One with several may be longer."""
    return len(text) <= LONGEST_KEYED or (
        len(text) <= LONGEST_BLOCK and len(_SOME_KEY.findall(text)) >= FEWEST_BLOCK_KEYS
    )


def _site(text: str, line: str) -> str | None:
    """Furniture of the site: breadcrumbs, clocks, search, notices, footers."""
    if len(text) <= LONGEST_KEYED and (_BREADCRUMB.match(text) or (len(_TRAIL.findall(text)) > 1 and "。" not in text)):
        return "breadcrumb"
    if len(text) > LONGEST_DIALOG:
        return None
    if _DIALOG.search(text) and not (_is_sentence(text) and _OF_WORK.search(text)):
        return "dialog"
    if _is_sentence(text):
        return None
    if _FOOTER.search(text) and not text.endswith("。"):
        return "footer"
    if len(text) <= LONGEST_WIDGET // 2 and _CLOCK.search(text) and "," not in text:
        return "clock"
    if len(text) <= LONGEST_WIDGET and _short("search").match(text):
        return "search"
    if _short("tail").match(text):
        return "tail link"
    return "menu" if len(text) <= LONGEST_BLOCK and _MENU.fullmatch(line.strip()) else None
