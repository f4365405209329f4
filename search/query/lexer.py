"""Cut what was typed into marks: brackets, operators, fields, phrases, bare runs; none is folded.

Quotes are read first, so that inside one kind the others are text. Operators count only at the
beginning or behind white space: `2021-2023`, `A|B` and `第(一)项` are text; what is forgiven beyond
that is noted. Rejected: a parser generator (people paste anything, and what fails is said in words).
"""

from __future__ import annotations

import re
import unicodedata

from corpus.saying import Saying
from search.answer import Note
from search.errors import unread
from search.query.forgiven import DASHES, LOWER, closed, named_part, read_as, tight
from search.query.lowered import Spelled, lowered
from search.query.mark import (
    CLOSING_BRACKETS,
    FIELD,
    FIELDS,
    KEYWORDS,
    MINUS,
    NEAR,
    OPENING_BRACKETS,
    PLAIN,
    QUOTES,
    SIGN,
    SPECIAL,
    STARS,
    STRAY,
    Mark,
    readable,
)


def marks(typed: str) -> tuple[list[Mark], list[Note]]:
    """The marks of `typed`, what was forgiven. Raises QueryError: no partner, or no value of a field."""
    text = readable(typed)
    as_text: set[int] = set()
    while True:
        lexer = _Lexer(text, as_text)
        found = lexer.read()
        if not lexer.open:
            return found, lexer.notes
        # A bracket that is never closed is text: read again, for what stands behind joins its run.
        as_text.update(lexer.open)


class _Lexer:
    """One pass over the text. `open` holds the operator brackets not closed so far, as offsets."""

    def __init__(self, text: str, as_text: set[int]) -> None:
        self.text, self.as_text = text, as_text
        self.at, self.free = 0, True  # free: an operator may stand here
        self.open: list[int] = []
        self.found: list[Mark] = []
        self.lower: list[Spelled] = []
        self.notes: list[Note] = []

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
            elif not ((self.free and self.operator(character)) or self.tight()):
                self.run()
        for at, mark, note in lowered(self.text, self.found, self.lower):
            self.found[at] = mark
            self.notes.append(note)
        return self.found

    def tight(self) -> bool:
        """Read an operator without blanks around it, if one stands here."""
        behind_group = (
            bool(self.found) and self.found[-1].kind == "close" and self.text[self.at - 1] in CLOSING_BRACKETS
        )
        sign = tight(self.text, self.at, behind_group)
        if sign is None:
            return False
        kind = "near" if sign[1] else "or"
        self.notes.append(read_as(self.text, self.at, sign[0], kind))
        self.take(kind, len(sign[0]), free=kind == "or", distance=int(sign[1] or 0))
        return True

    def take(self, kind: str, length: int = 1, free: bool = False, distance: int = 0) -> None:
        self.found.append(Mark(kind, self.at + 1, distance=distance))
        self.at, self.free = self.at + length, free

    def phrase(self) -> None:
        self.found.append(Mark("phrase", self.at + 1, self.quoted()))

    def operator(self, character: str) -> bool:
        """Read an operator or a field, if one stands here."""
        behind = self.text[self.at + 1 : self.at + 2]
        if character in OPENING_BRACKETS and self.at not in self.as_text:
            self.open.append(self.at)
            self.take("open", free=True)
        elif character in MINUS and behind and not behind.isspace() and behind not in CLOSING_BRACKETS:
            self.notes += [read_as(self.text, self.at, character, "not")] if character in DASHES else []
            self.take("not", free=True)
        elif character in "|｜":
            self.take("or", free=True)
        elif near := NEAR.match(self.text, self.at):
            self.take("near", len(near[0]), distance=int(near[1]))
        elif named := FIELD.match(self.text, self.at):
            self.field(named)
        else:
            return False
        return True

    def field(self, named: re.Match[str]) -> None:
        place, name = self.at + 1, FIELDS[named[1].lower()]
        self.at = named.end()
        pieces = self.quoted() if self.text[self.at : self.at + 1] in QUOTES else (self.bare(),)
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
        while special := SPECIAL[closing].search(self.text, self.at):
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
        pieces[-1] += self.text[self.at :]
        if not "".join(pieces).strip():
            what = Saying("引号 %(sign)s 没有配对", sign=self.text[opening])
            raise unread(opening + 1, what, Saying("请补上 %(sign)s", sign=closing[0]))
        self.at = len(self.text)
        self.notes.append(closed(self.text, opening, self.text[opening]))
        return tuple(pieces)

    def escaped(self) -> str:
        """The character here, or the one behind a backslash, which at the end is itself."""
        if self.text[self.at] == "\\" and self.at + 1 < len(self.text):
            self.at += 1
        return self.text[self.at]

    def run(self) -> None:
        place, begins = self.at + 1, self.at
        run = self.bare(tightly=True)
        spelled = unicodedata.normalize("NFKC", self.text[begins : self.at])
        was_free, self.free = self.free, False
        if was_free and spelled in KEYWORDS:
            self.found.append(Mark(KEYWORDS[spelled], place))
            self.free = True
            return
        if was_free and spelled in LOWER:
            self.lower.append(Spelled(len(self.found), begins, self.at))
        elif was_free and (part := named_part(self.text, begins, self.at)):
            self.notes.append(part)
        self.found.append(Mark("run", place, (run,)))

    def bare(self, tightly: bool = False) -> str:
        """Read up to white space, a quote or a bracket that closes a group not opened in the run.

        `tightly`: an operator without blanks ends it, too."""
        run, inner = "", 0
        while self.at < len(self.text):
            plain = PLAIN.match(self.text, self.at)
            if plain:
                signs = SIGN.finditer(self.text, self.at, plain.end()) if tightly and not inner else ()
                ends = next((sign.start() for sign in signs if tight(self.text, sign.start())), plain.end())
                run, self.at = run + self.text[self.at : ends], ends
                if ends < plain.end():
                    break
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
