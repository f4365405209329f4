"""Bytes to text, once: which encoding a page is in, and what no text may hold.

A byte order mark decides; else what is valid UTF-8 is UTF-8, whatever the page says; else what the
page or the server says, gb2312 and gbk read as their superset gb18030 (pages labelled gb2312 hold
鋆 and 〇); else gb18030 or big5, whichever reads the more like Chinese. Rejected: chardet and
charset-normalizer, which take such pages for gb2312 or Thai.
"""

from __future__ import annotations

import codecs
import re

from corpus.errors import XunzhangError
from corpus.wording.coded import said

# A truncated last character is a broken page, not another encoding.
LONGEST_CUT = 3
# Above this share of characters that could not be read a page is refused; below, they are dropped.
MOST_UNREADABLE = 0.01
# So many characters are looked at; so many runs of strange ones tell text from a page in English
# with a few signs.
SAMPLE, FEWEST_STRANGE = 20_000, 20
# One character that an encoding cannot read counts against it as so many that it reads well: of the
# right one hardly any is unread, of a wrong one one in ten.
UNREAD = 20
# Text read without a fault in which so many characters are of the commonest is Chinese; read in a
# wrong encoding it has none to speak of.
SURELY_CHINESE = 0.3

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)|encoding\s*=\s*[\"']([A-Za-z0-9_\-]+)", re.IGNORECASE
)
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
}
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_STRANGE = re.compile("[^\x00-\x7f]+")
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府務資訊國報個這來時對為發會學說產"
)


class UnreadableText(XunzhangError):
    """The bytes are in no encoding Chinese pages use."""

    code = "undecodable"


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text without control characters, and the encoding it was read in. Raises
    UnreadableText."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(name, "replace")), name
    try:
        return _unmangled(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(body) - LONGEST_CUT:
            return _clean(body.decode("utf-8", "ignore")), "utf-8"
    try:
        return _declared_or_guessed(body, content_type)
    except UnreadableText:
        return _line_by_line(body)


def _unmangled(text: str) -> tuple[str, str]:
    """Text that a program took for Latin and wrote as UTF-8 (æ³\x95æ²», ·¨ÖÎ): back to its bytes,
    and read again."""
    sample = text[:SAMPLE]
    if _HAN.search(sample) or len(_STRANGE.findall(sample)) < FEWEST_STRANGE:
        return _clean(text), "utf-8"
    for latin in ("latin-1", "cp1252"):
        for name in ("utf-8", "gb18030"):
            try:
                again = text.encode(latin).decode(name)
            except UnicodeError:
                continue
            if _likeness(again) >= SURELY_CHINESE:
                return _clean(again), name
    return _clean(text), "utf-8"


def _line_by_line(body: bytes) -> tuple[str, str]:
    """Sites include headers and footers in another encoding than the page's. Raises
    UnreadableText."""
    lines = []
    for line in body.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("gb18030", "replace"))
    text = "\n".join(lines)
    if _likeness(text) < SURELY_CHINESE or text.count("\ufffd") > MOST_UNREADABLE * len(text):
        raise UnreadableText(said("encoding"))
    return _clean(text.replace("\ufffd", "")), "utf-8"


def _declared_or_guessed(body: bytes, content_type: str | None) -> tuple[str, str]:
    best: tuple[float, str, str] | None = None
    for name in dict.fromkeys((*_declared(body, content_type), "gb18030", "big5hkscs", "utf-8")):
        text = body.decode(name, "replace")
        unread = text.count("\ufffd") / max(len(text), 1)
        likeness = _likeness(text)
        if not unread and likeness >= SURELY_CHINESE:
            return _clean(text), name
        worth = likeness - UNREAD * unread
        if unread <= MOST_UNREADABLE and (best is None or worth > best[0]):
            best = (worth, _clean(text.replace("\ufffd", "")), name)
    if best is None:
        raise UnreadableText(said("encoding"))
    return best[1], best[2]


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """Encodings which the server or the page names, as Python knows them."""
    written = [content_type.encode("ascii", "ignore")] if content_type else []
    names = []
    for place in (*written, body[:4096]):
        for found in _DECLARED.finditer(place):
            name = (found[1] or found[2]).decode("ascii").lower()
            try:
                names.append(codecs.lookup(_SUPERSETS.get(name, name)).name)
            except LookupError:
                continue
    return [
        name
        for name in names
        if name not in ("ascii", "iso8859-1", "cp1252")
        and not name.startswith(
            (
                "utf-16",
                "utf-7",
                "base64",
                "rot",
                "hex",
                "zlib",
                "bz2",
                "quopri",
                "uu",
                "punycode",
                "idna",
                "unicode",
                "raw",
                "undefined",
            )
        )
    ]


def _likeness(text: str) -> float:
    """The share of the commonest characters among all that are not ASCII: real Chinese has 0.3 and
    more."""
    strange = "".join(_STRANGE.findall(text[:SAMPLE]))
    return sum(map(_FREQUENT.__contains__, strange)) / len(strange) if strange else 0.0


def _clean(text: str) -> str:
    """Without NUL, controls and lone surrogates; all line ends as \\n."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BAD.sub("", text.removeprefix("\ufeff"))
