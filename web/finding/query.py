"""A form's fields written as one query: what is written between quotes, brackets and operators
means there what it means in the box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from search.query.mark import KEYWORDS, QUOTES
from search.query.parser import MAX_DISTANCE
from web.address.argument import Arguments, number, one

DISTANCE: Final = 10  # characters between two words that are said together: a clause
# Letters, figures and the signs inside figures: the box reads them as they stand.
PLAIN: Final = re.compile(r"\w(?:[\w.%‰/]*[\w%‰])?")
# What means something between quotes: the backslash, the quote, the star.
MEANS: Final = re.compile(r'[\\"＂*＊]')
# Words between blanks; what somebody put in quotes stays together.
WORD: Final = re.compile(rf"[{''.join(QUOTES)}]([^{''.join(QUOTES)}”」』]+)[{''.join(QUOTES.values())}]|(\S+)")
FIELDS: Final = ("all", "exact", "any", "none", "near", "beside", "title", "heading")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields say, as typed. `near` and `beside` stand at most `within` characters apart."""

    all: str = ""
    exact: str = ""
    any: str = ""
    none: str = ""
    near: str = ""
    beside: str = ""
    title: str = ""
    heading: str = ""
    within: int = DISTANCE


def read_wanted(arguments: Arguments) -> Wanted:
    """The fields of an address. Raises BadParameter."""
    typed = {name: (one(arguments, name) or "").strip() for name in FIELDS}
    return Wanted(**typed, within=number(arguments, "within", DISTANCE, 0, MAX_DISTANCE))


def query_of(wanted: Wanted) -> str:
    """The query that asks for all the fields together; "" where none says anything.

    >>> query_of(Wanted(all="行政复议 办结", exact="应出庭", any="诉讼 调解", none="信访"))
    '行政复议 办结 "应出庭" (诉讼 OR 调解) -信访'
    >>> query_of(Wanted(near="复议", beside="办结率", title="年度 报告"))
    '复议 ~10 办结率 标题:年度 标题:报告'
    """
    return " ".join(_pieces(wanted))


def _pieces(wanted: Wanted) -> Iterator[str]:
    yield from words(wanted.all)
    if exact := WORD.sub(lambda found: found[1] or found[0], wanted.exact):
        yield quoted(exact)
    if some := words(wanted.any):
        yield f"({' OR '.join(some)})" if len(some) > 1 else some[0]
    if wanted.near and wanted.beside:
        yield f"{_side(wanted.near)} ~{wanted.within} {_side(wanted.beside)}"
    else:
        yield from words(wanted.near or wanted.beside)
    yield from (f"标题:{word}" for word in words(wanted.title))
    yield from (f"小标题:{word}" for word in words(wanted.heading))
    yield from (f"-{word}" for word in words(wanted.none))


def words(typed: str) -> list[str]:
    """The words of a field, each as the box reads it for itself.

    >>> words("复议 “应 诉” OR")
    ['复议', '"应 诉"', '"OR"']
    """
    return [quoted(phrase) if phrase else written(word) for phrase, word in WORD.findall(typed)]


def _side(typed: str) -> str:
    """One side of what stands near something: a word or a phrase."""
    found = words(typed)
    return found[0] if len(found) == 1 else quoted(typed)


def written(word: str) -> str:
    """A word as the box reads it for itself: quoted where it holds signs of the query language."""
    return word if PLAIN.fullmatch(word) and word.upper() not in KEYWORDS else quoted(word)


def quoted(text: str) -> str:
    """A phrase, every character of it meant.

    >>> quoted('5*的"x"')
    '"5\\\\*的\\\\"x\\\\""'
    """
    return '"' + MEANS.sub(r"\\\g<0>", text) + '"'
