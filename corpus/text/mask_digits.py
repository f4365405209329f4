"""Digits in every writing: a text becomes plain digits, signs and letters, one for each character.

What is a digit depends on the kind: a text is read once for decimal digits of any script, where
others are in it also for circled ones, Chinese ones, and all together. Characters that nobody sees
are left out before.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.text.fold import fold

Codes: TypeAlias = npt.NDArray[np.uint32]
Places: TypeAlias = npt.NDArray[np.int64]
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
# Letters and symbols that are drawn as nothing: fillers of Hangul, Braille without a point.
_EMPTY = "\u115f\u1160\u3164\uffa0\u2800"
# Where Unicode has digits, signs and characters that nobody sees: not among Han and Hangul.
_LOOKED_AT = (range(0x3400), range(0xA000, 0xAC00), range(0xF900, 0x20000), range(0xE0000, 0xE0200))
_LAST = 0x1FFFF  # no character; past it none is read as another


def _tables() -> tuple[dict[str, dict[int, str]], str, str, str]:
    """For each kind what characters are read as; all digits; all signs between digits; all that
    nobody sees."""
    decimals, circled, signs, unseen = {}, {}, {}, []
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
        elif (category in _UNSEEN and char != TAB) or char in _EMPTY:
            unseen.append(char)
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
    return kinds, digits, "".join(map(chr, signs)), "".join(unseen)


KINDS, DIGITS, SIGNS, UNSEEN = _tables()
_CLASSES = np.full(0x110000, ord("o"), np.uint8)
for _letter, _chars in (("u", UNSEEN), ("s", SIGNS), ("h", HIDDEN + "＊"), ("a", DIGITS)):
    _CLASSES[[*map(ord, _chars)]] = ord(_letter)
_OTHER_DIGITS = re.compile("[" + re.escape("".join(char for char in DIGITS if not char.isdecimal())) + "]")


def _as_array(table: dict[int, str]) -> Codes:
    """What each code is read as; 0 where it stays."""
    read = np.zeros(_LAST + 1, np.uint32)
    read[[*table]] = [ord(char) for char in table.values()]
    return read


_READ = {kind: _as_array(table) for kind, table in KINDS.items()}


def codes_of(text: str) -> Codes:
    """The code points of a text.

    >>> codes_of("1号").tolist()
    [49, 21495]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    """The text of code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def classed(codes: Codes) -> bytes:
    """A letter for each character: `a` digit, `h` may hide one, `s` may stand between, `u` is not
    seen, `o` other.

    >>> classed(codes_of("共１３８ **"))
    b'oaaashh'
    """
    return _CLASSES[codes].tobytes()


def readings(text: str) -> list[Codes]:
    """The text read for each kind of digits that it may hold a number in."""
    kinds = ("decimal", "circled", "chinese", "every") if _OTHER_DIGITS.search(text) else ("decimal",)
    codes, folded = np.minimum(codes_of(text), _LAST), codes_of(fold(text))
    return [np.where(_READ[kind][codes] != 0, _READ[kind][codes], folded) for kind in kinds]


def is_mixed(text: str, first: int, second: int) -> bool:
    """Do two digits differ in kind? Then the first is a sign of a list before the number."""
    return text[first].isdecimal() != text[second].isdecimal()
