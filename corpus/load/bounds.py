"""How much of anything a page may hold: past this it is no report, and reading it would fill the
memory or take for ever.

Measured on 48 real pages and the sample (in brackets: the most in one page); the bounds lie a
hundred times above.
"""

from __future__ import annotations

import re

from corpus.errors import LoadError
from corpus.wording.coded import said

MOST_LINES = 300_000  # lines of source (3,171)
MOST_MARKS = 300_000  # signs < of source (2,620)
MOST_TAGS = 150_000  # tags left after thinning (1,580)
MOST_CHARACTERS = 3_000_000  # characters after thinning, or of plain text (38,797)
MOST_ATTRIBUTES = 1_000  # attributes of one tag (19): each is compared with all before it
# Containers open at a time, times tags (14,220): building the tree goes up all of them for a node
# behind others. 192 million took 47 s.
MOST_CLIMBED = 20_000_000
# Shorter tags have no room for so many.
_LONG_TAG = 2 * MOST_ATTRIBUTES

# Every quantifier is possessive: none goes back, so time is linear and nothing is remembered.
_TAG = re.compile(r"<[A-Za-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")
# Ends and beginnings of what can stand in itself; a paragraph, an item or a cell ends the one before.
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|t[dhr]|d[dt]|option|thead|tbody|tfoot|br|hr|img|input|meta|link|col|wbr|area|base|param)\b)[a-z]",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"[^\s=/]++")

TOO_MUCH_MARKUP = said("much_markup")
TOO_LONG = said("long_text")


def check_lines(body: bytes) -> None:
    """Raise LoadError where the bytes have too many lines."""
    lines = body.count(b"\n")
    if lines > MOST_LINES:
        raise LoadError(said("many_lines", n=lines, most=MOST_LINES), "too-large")


def check_length(text: str) -> None:
    """Raise LoadError where plain or thinned text is too long."""
    if len(text) > MOST_CHARACTERS:
        raise LoadError(TOO_LONG, "too-large")


def check_source(source: str) -> None:
    """Raise LoadError where HTML source holds too much markup to be looked at."""
    if source.count("<") > MOST_MARKS or any(_overloaded(tag[0]) for tag in _TAG.finditer(source)):
        raise LoadError(TOO_MUCH_MARKUP, "too-large")


def check_thinned(source: str) -> None:
    """Raise LoadError where thinned source would make too large a tree."""
    tags = source.count("<")
    if tags > MOST_TAGS or (tags * tags > MOST_CLIMBED and tags * _depth(source) > MOST_CLIMBED):
        raise LoadError(TOO_MUCH_MARKUP, "too-large")
    check_length(source)


def _depth(source: str) -> int:
    """How many containers are open at a time at most."""
    depth = deepest = 0
    for found in _NESTING.finditer(source):
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _overloaded(tag: str) -> bool:
    """Has one tag too many attributes? Those that stand between quoted values count, too."""
    if len(tag) <= _LONG_TAG:
        return False
    found = _ATTRIBUTE.finditer(_VALUE.sub(" ", tag))
    return sum(1 for _ in zip(range(MOST_ATTRIBUTES + 2), found, strict=False)) > MOST_ATTRIBUTES + 1
