"""The signs of the query language, and the marks that what was typed is cut into."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from search.query.forgiven import DASHES

QUOTES = {'"': '"＂', "＂": '"＂', "“": "”", "「": "」", "『": "』"}
STRAY = "”」』"
OPENING_BRACKETS, CLOSING_BRACKETS = "(（", ")）"
STARS = "*＊"
MINUS = f"-－{DASHES}"
KEYWORDS = {"AND": "and", "OR": "or", "NOT": "not"}
FIELDS = {
    **dict.fromkeys(("title", "标题", "標題"), "title"),
    **dict.fromkeys(("heading", "小标题", "小標題"), "heading"),
    **dict.fromkeys(("zone", "园区", "園區"), "zone"),
    **dict.fromkeys(("region", "地区", "地區"), "region"),
    **dict.fromkeys(("year", "年份"), "year"),
    **dict.fromkeys(("part", "部分"), "part"),
    **dict.fromkeys(("kind", "类型", "類型"), "kind"),
    **dict.fromkeys(("level", "级别", "級別"), "level"),
    **dict.fromkeys(("number", "文号", "文號"), "number"),
}
FIELD = re.compile(f"({'|'.join(FIELDS)})[:：]", re.IGNORECASE)
# Where an operand may end and begin.
ENDS, BEGINS = frozenset({"run", "phrase", "close", "field"}), frozenset({"run", "phrase", "open", "field", "not"})
NEAR = re.compile(r"[~～](\d{1,9})(?=[\s)）]|$)")
# Operators that may stand without blanks.
SIGN = re.compile("[|｜~～]")
# What is no mere text between quotes, by what closes them.
SPECIAL = {closing: re.compile(rf"[\\{STARS}{closing}]") for closing in QUOTES.values()}
# What is mere text wherever it stands.
PLAIN = re.compile(rf"[^\s\\{OPENING_BRACKETS}{CLOSING_BRACKETS}{STRAY}{''.join(QUOTES)}]+")
# Cleaning takes control characters and lone surrogates out of reports; in a query they become a
# space that does not count.
_UNSEEN = {"Cc", "Cs"}


class Mark(NamedTuple):
    """A piece of the query. `kind`: open, close, and, or, not, near, field, phrase, run; `place`:
    1-based character where it begins.

    `pieces`: the characters of a phrase (cut at its gaps) or of a run; `name`: a field; `distance`:
    of `~n`.
    """

    kind: str
    place: int
    pieces: tuple[str, ...] = ()
    name: str = ""
    distance: int = 0


def readable(typed: str) -> str:
    """What was typed, as long, without what cleaning takes out of reports."""
    if typed.isprintable():
        return typed
    return "".join("\u200b" if _is_unseen(character) else character for character in typed)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN and character not in "\t\n\r\v\f"
