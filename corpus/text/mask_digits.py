"""Digits in every writing: a text becomes plain digits, signs and letters.

Characters that nobody sees are left out, so each character kept says where it stood. What is a
digit depends on the kind: a text is read once for decimal digits of any script, where others are in
it also for circled ones, Chinese ones, and all together.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain

import numpy as np

from corpus.text.fold import fold

_CHINESE = dict(
    zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖壱貳貮參弌弍", "00012345678911234567891223" + "12", strict=False)
)
_CHINESE |= dict(zip("陸兩", "62", strict=True))
BLANK, TAB, END, HYPHEN, POINT, DOT = " ", "\t", "\n", "-", ".", "·"
# Signs that may stand between digits; `OTHER` ones stand between figures of their own more often.
MARKS = "-.·()[]_"
OTHER = ",/:、~;|"
_AS_MARK = dict.fromkeys("·•・‧∙。｡", DOT) | dict.fromkeys("【】「」『』<>〈〉", DOT) | {"／": "/", "\\": "/"}
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# Signs that stand for hidden digits.
HIDDEN = "*×x●■□#_○✱※"
_UNSEEN = ("Cf", "Mn", "Me", "Cc")
# Where Unicode has digits, signs and characters that nobody sees: not among Han and Hangul.
_LOOKED_AT = (range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0x20000), range(0xE0000, 0xE0200))


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it was read: its characters, and where each stood."""

    text: str
    places: tuple[int, ...]


def _tables() -> tuple[dict[str, dict[int, str]], str, str]:
    """For each kind what characters are read as; all digits; all signs between digits."""
    decimals, circled, signs = {}, {}, {}
    chinese = {ord(char): digit for char, digit in _CHINESE.items()}
    for code in chain(*_LOOKED_AT):
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Nd":
            decimals[code] = str(unicodedata.decimal(char))
        elif category == "No" and (value := unicodedata.digit(char, None)) is not None:
            circled[code] = str(value)
        elif char in LINE_ENDS and char != "\r":
            signs[code] = END
        elif category in _UNSEEN and char != TAB:
            signs[code] = ""
        elif char in _AS_MARK:
            signs[code] = _AS_MARK[char]
        elif char.isspace():
            signs[code] = TAB if char == TAB else BLANK
        elif code < 0x10000 and (folded := fold(char)) in MARKS + OTHER + BLANK:
            signs[code] = folded
    circled[ord("🄀")] = "0"
    apart = dict.fromkeys(circled, "①")
    kinds = {
        "decimal": signs | decimals | apart,
        "circled": signs | dict.fromkeys(decimals, "①") | circled,
        "chinese": signs | dict.fromkeys(decimals, "①") | apart | chinese,
        "every": signs | decimals | circled | chinese,
    }
    digits = "".join(map(chr, {**decimals, **circled, **chinese}))
    return kinds, digits, "".join(map(chr, signs))


KINDS, DIGITS, SIGNS = _tables()
_CLASSES = np.full(0x110000, ord("o"), np.uint8)
for _letter, _chars in (("s", SIGNS), ("h", HIDDEN + "＊"), ("a", DIGITS)):
    _CLASSES[[*map(ord, _chars)]] = ord(_letter)
_OTHER_DIGITS = re.compile("[" + re.escape("".join(char for char in DIGITS if not char.isdecimal())) + "]")


def classed(text: str) -> bytes:
    """A letter for each character: `a` digit, `h` may hide one, `s` may stand between, `o` other.

    >>> classed("共１３８ **")
    b'oaaashh'
    """
    return _CLASSES[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)].tobytes()


def readings(text: str) -> list[Read]:
    """The text read for each kind of digits that it may hold a number in."""
    kinds = ("decimal", "circled", "chinese", "every") if _OTHER_DIGITS.search(text) else ("decimal",)
    folded = fold(text)
    return [_read(text, folded, KINDS[kind]) for kind in kinds]


def _read(text: str, folded: str, table: dict[int, str]) -> Read:
    read = [table.get(ord(char), plain) for char, plain in zip(text, folded, strict=True)]
    kept = [place for place, char in enumerate(read) if char]
    return Read("".join(read), tuple(kept))


def is_mixed(text: str, first: int, second: int) -> bool:
    """Do two digits differ in kind? Then the first is a sign of a list before the number."""
    return text[first].isdecimal() != text[second].isdecimal()
