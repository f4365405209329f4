"""Cut what was typed into marks: brackets, operators, fields, phrases and bare runs. Nothing is folded here.

Quotes are read first, so that inside one kind the others are text. Operators count only at the beginning or behind white
space: `2021-2023`, `A|B` and `第(一)项` are text. Rejected: a parser generator (the language has to accept whatever people paste, and
to say in words where it cannot).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from corpus.saying import Saying
from search.errors import unread

QUOTES = {'"': '"＂', "＂": '"＂', "“": "”", "「": "」", "『": "』"}
STRAY = "”」』"
OPENING_BRACKETS, CLOSING_BRACKETS = "(（", ")）"
STARS = "*＊"
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
}
_FIELD = re.compile(f"({'|'.join(FIELDS)})[:：]", re.IGNORECASE)
_NEAR = re.compile(r"[~～](\d{1,9})(?=[\s)）]|$)")
# What is no mere text between quotes, by what closes them.
_SPECIAL = {closing: re.compile(rf"[\\{STARS}{closing}]") for closing in QUOTES.values()}
# What is mere text wherever it stands.
_PLAIN = re.compile(rf"[^\s\\{OPENING_BRACKETS}{CLOSING_BRACKETS}{STRAY}{''.join(QUOTES)}]+")
# Cleaning takes control characters and lone surrogates out of reports; in a query they become a space that does not count.
_UNSEEN = {"Cc", "Cs"}


class Mark(NamedTuple):
    """A piece of the query. `kind`: open, close, and, or, not, near, field, phrase, run; `place`: 1-based character where it begins.

    `pieces`: the characters of a phrase (cut at its gaps) or of a run; `name`: a field; `distance`: of `~n`.
    """

    kind: str
    place: int
    pieces: tuple[str, ...] = ()
    name: str = ""
    distance: int = 0


def marks(typed: str) -> list[Mark]:
    """The marks of `typed`, in order. Raises QueryError where a quote has no partner or a field no value."""
    text = typed
    if not typed.isprintable():
        text = "".join("\u200b" if _is_unseen(character) else character for character in typed)
    as_text: set[int] = set()
    while True:
        lexer = _Lexer(text, as_text)
        found = lexer.read()
        if not lexer.open:
            return found
        # A bracket that is never closed is text; reading again lets what stands behind it join its run.
        as_text.update(lexer.open)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN and character not in "\t\n\r\v\f"


class _Lexer:
    """One pass over the text. `open` holds the operator brackets not closed so far, as offsets."""

    def __init__(self, text: str, as_text: set[int]) -> None:
        self.text, self.as_text = text, as_text
        self.at, self.free = 0, True  # free: an operator may stand here
        self.open: list[int] = []
        self.found: list[Mark] = []

    def read(self) -> list[Mark]:
        while self.at < len(self.text):
            character = self.text[self.at]
            if character.isspace():
                self.at, self.free = self.at + 1, True
            elif character in QUOTES:
                self.phrase()
            elif character in CLOSING_BRACKETS and self.open:
                self.open.pop()
                self.take("close")
            elif not (self.free and self.operator(character)):
                self.run()
        return self.found

    def take(self, kind: str, length: int = 1, free: bool = False, distance: int = 0) -> None:
        self.found.append(Mark(kind, self.at + 1, distance=distance))
        self.at, self.free = self.at + length, free

    def phrase(self) -> None:
        place = self.at + 1
        self.found.append(Mark("phrase", place, self.quoted()))

    def operator(self, character: str) -> bool:
        """Read an operator or a field, if one stands here."""
        behind = self.text[self.at + 1 : self.at + 2]
        if character in OPENING_BRACKETS and self.at not in self.as_text:
            self.open.append(self.at)
            self.take("open", free=True)
        elif character in "-－" and behind and not behind.isspace() and behind not in CLOSING_BRACKETS:
            self.take("not", free=True)
        elif character in "|｜":
            self.take("or", free=True)
        elif near := _NEAR.match(self.text, self.at):
            self.take("near", len(near[0]), distance=int(near[1]))
        elif named := _FIELD.match(self.text, self.at):
            self.field(named)
        else:
            return False
        return True

    def field(self, named: re.Match[str]) -> None:
        place, name = self.at + 1, FIELDS[named[1].lower()]
        self.at = named.end()
        quoted = self.text[self.at : self.at + 1] in QUOTES
        pieces = self.quoted() if quoted else (self.bare(),)
        if not "".join(pieces).strip():
            what = Saying("字段“%(name)s”后面没有内容", name=named[0])
            raise unread(place, what, Saying("请紧接着写上要找的字，中间不要空格"))
        if len(pieces) > 1:
            what = Saying("字段“%(name)s”里不能用 * 表示间隔", name=named[0])
            raise unread(place, what, Saying(r"要找星号本身请写成 \*"))
        self.found.append(Mark("field", place, pieces, name))
        self.free = False

    def quoted(self) -> tuple[str, ...]:
        """Read a quoted phrase; its characters, cut at each star that is not escaped."""
        opening = self.at
        closing, pieces = QUOTES[self.text[opening]], [""]
        self.at, self.free = self.at + 1, False
        while special := _SPECIAL[closing].search(self.text, self.at):
            pieces[-1] += self.text[self.at : special.start()]
            self.at = special.start()
            if special[0] in closing:
                self.at += 1
                return tuple(pieces)
            if special[0] in STARS:
                pieces.append("")
            else:
                pieces[-1] += self.escaped()
            self.at += 1
        what = Saying("引号 %(sign)s 没有配对", sign=self.text[opening])
        raise unread(opening + 1, what, Saying("请补上 %(sign)s", sign=closing[0]))

    def escaped(self) -> str:
        """The character here, or the one behind a backslash. A backslash at the very end is itself."""
        if self.text[self.at] == "\\" and self.at + 1 < len(self.text):
            self.at += 1
        return self.text[self.at]

    def run(self) -> None:
        place, begins = self.at + 1, self.at
        run = self.bare()
        keyword = KEYWORDS.get(unicodedata.normalize("NFKC", self.text[begins : self.at]))
        was_free, self.free = self.free, False
        if keyword and was_free:
            self.found.append(Mark(keyword, place))
            self.free = True
        else:
            self.found.append(Mark("run", place, (run,)))

    def bare(self) -> str:
        """Read up to white space, a quote or the bracket that closes a group; brackets opened in the run are its own."""
        run, inner = "", 0
        while self.at < len(self.text):
            plain = _PLAIN.match(self.text, self.at)
            if plain:
                run, self.at = run + plain[0], plain.end()
                continue
            character = self.text[self.at]
            if character.isspace() or character in QUOTES:
                break
            if character in CLOSING_BRACKETS and self.open and not inner:
                break
            if character in STRAY:
                what = Saying("引号 %(sign)s 没有配对", sign=character)
                raise unread(self.at + 1, what, Saying("请在前面补上另一半，或者删去它"))
            inner += (character in OPENING_BRACKETS) - (character in CLOSING_BRACKETS and inner > 0)
            run += self.escaped()
            self.at += 1
        return run
