"""What a single line of a government page is, judged by its words alone: kinds of page furniture, not a list of lines.

A site writes 分享到, its neighbour 分享至： with four icons behind it: what stays the same is the kind. So every kind is one pattern
over *squeezed* text (folded, white space out), which reads traditional, full-width and letter-spaced variants alike. The
words are data: `corpus/line/furniture.toml`, where an oddity of a site belongs too.
Rejected: matching whole lines seen on known pages, which keeps nothing on the next site.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from corpus.line.alternatives import any_of, searched
from corpus.text.fold import squeeze

# Longer lines are no furniture of the short kinds, whatever they begin with; rejects prose that opens with 来源于, 打印.
LONGEST_WIDGET = 100
LONGEST_KEYED = 160
# A line with several keys may be longer: whole metadata blocks come as one line.
LONGEST_BLOCK, FEWEST_BLOCK_KEYS = 600, 3
LONGEST_DIALOG = 160

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
_DIGIT = "[〇○零一二三四五六七八九十]"
_DATE = rf"(?:\d{{4}}[\-/.年]\d{{1,2}}[\-/.月]\d{{1,2}}日?|{_DIGIT}{{4}}年{_DIGIT}{{1,3}}月{_DIGIT}{{1,3}}日)"
_DATE_FIRST = re.compile(rf"{_BULLET}{_DATE}(?!.*。)")
_SOME_KEY = re.compile(rf"{_KEY}{_CLOSE}:")
_DATED = re.compile(rf"{_BULLET}{_DATE}[/t]?(?:\d{{1,2}}[:时点]\d{{1,2}}(?:[:分]\d{{1,2}}秒?)?分?)?[\])】]?")
_CLOCK = re.compile(
    rf"今天是|现在是|^(?:今天|当前时间|现在时间|系统时间):|北京时间|{_DATE}(?:星期|周)[一二三四五六日天]|农历|星期[一二三四五六日天]\d"
)
_NUMBER = re.compile(
    r"(?:文号:)?[\u4e00-\u9fffa-z()]{1,16}[\[(【]\d{4}[\])】]第?\d{1,5}号(?:签发人:?[\u4e00-\u9fff·]{2,12})?"
)
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff,、()]{4,60}文件")
_SIGNER = re.compile(r"[签答][发收]人:?[\u4e00-\u9fff·]{2,12}|(?:会签人|校对人?|核稿人?|拟稿人?):[\u4e00-\u9fff·]{2,8}")
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送|报送|发送|主题词|共印\d+份)[:\d].{0,200}")
_PRINTED = re.compile(rf"[\u4e00-\u9fff、()]{{0,50}}{_DATE}(?:印发|印)[。]?")
_RELEASE = re.compile(
    r"[(\[【]?(?:此件|本件|该件)[\u4e00-\u9fff]{0,12}(?:公开|删减)[\u4e00-\u9fff]{0,8}[)\]】]?|公开(?:属性|方式|选项):?(?:主动|依申请|不予)?公开"
)
_CONTACT = re.compile(
    r"[(\[]?(?:联系人|联系电话|联系方式|联系地址|咨询电话|电话|传真|邮编|邮政编码|电子邮箱|邮箱|e-?mail|办公地址|地址)[::].{0,120}"
)
# How a report was delivered: ——2023年1月15日在…会议上, and by whom.
_DELIVERY = re.compile(
    rf"[\-(]*{_DATE}(?:上午|下午)?在.{{4,60}}|[\-(]*.{{0,40}}(?:代表大会|委员会)?第.{{1,5}}次(?:全体)?会议(?:上|通过)?[)]?"
    r"|(?:[\u4e00-\u9fff]{0,12}(?:省|市|区|县|州|镇|乡|旗|盟)(?:人民政府)?)?(?:代)?(?:省长|市长|区长|县长|州长|镇长|乡长|旗长|盟长|主席)[\u4e00-\u9fff·]{2,4}"
)
_ADDRESSEE = re.compile(
    r"(?:尊敬的)?(?:各位|主任)?[\u4e00-\u9fff、,()·]{0,60}"
    r"(?:委|府|办|室|会|院|厅|局|部|处|区|县|市|省|组|社|所|站|中心|机构|领导|部门|单位|政府|同志|公司|代表|委员|同志们|大队|支队|人大|政协|法院|检察院)[:]"
)
_ATTACHED = re.compile(
    r"(?:相关)?附件(?:下载)?\d{0,2}[:.、](?P<what>.*)|附件\d{0,2}|(?:附件)?.{1,80}\.(?:docx?|pdf|xlsx?|wps|zip|rar|ofd|et|jpe?g|png)"
    r"(?:下载)?[)\]】》]?(?:[(\[]?(?:已?下载)?\d*(?:\.\d+)?(?:次|[kmg]b?)?[)\]]?)"
)
# Names in a row, four and more, with nothing but gaps between them.
_MENU = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}(?:[\s|｜丨·]+[\u4e00-\u9fffA-Za-z]{2,12}){3,}")
_FOOTER = re.compile(searched(_WORDS["footer"]))
_DIALOG = re.compile(searched(_WORDS["dialog"]))


@cache
def _short(name: str) -> re.Pattern[str]:
    return re.compile(_any_of(name))


def role(line: str) -> str | None:
    """What kind of furniture or letter part the line is, or None for a line of which its words say nothing.

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
    return _bare(text) or _keyed(text, line) or _letter(text) or _site(text, line)


def _bare(text: str) -> str | None:
    """Kinds which the whole line must be."""
    if len(text) > LONGEST_WIDGET:
        return None
    if _MARKS.fullmatch(text):
        return None  # the mark of a sentence that was broken at its links
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


def _letter(text: str) -> str | None:
    """Parts of an official letter around its body."""
    if len(text) > LONGEST_KEYED:
        return None
    for name, pattern in (
        ("number", _NUMBER),
        ("letterhead", _LETTERHEAD),
        ("signer", _SIGNER),
        ("copies", _COPIES),
        ("printed", _PRINTED),
        ("release", _RELEASE),
        ("contact", _CONTACT),
        ("addressee", _ADDRESSEE),
        ("attached", _ATTACHED),
        ("delivery", _DELIVERY),
    ):
        if pattern.fullmatch(text):
            return name
    return None


def _site(text: str, line: str) -> str | None:
    """Furniture of the site: breadcrumbs, clocks, search, notices, footers."""
    if len(text) <= LONGEST_KEYED and (_BREADCRUMB.match(text) or (len(_TRAIL.findall(text)) > 1 and "。" not in text)):
        return "breadcrumb"
    if len(text) > LONGEST_DIALOG:
        return None
    if _DIALOG.search(text):
        return "dialog"
    if _FOOTER.search(text) and not text.endswith("。"):
        return "footer"
    if len(text) <= LONGEST_WIDGET // 2 and _CLOCK.search(text) and "," not in text:
        return "clock"
    if len(text) <= LONGEST_WIDGET and _short("search").match(text):
        return "search"
    if _short("tail").match(text):
        return "tail link"
    return "menu" if len(text) <= LONGEST_BLOCK and _MENU.fullmatch(line.strip()) else None
