"""Markdown, as converters write pages: links and images to the text a reader sees, escapes undone.

A link's text stays and counts as linked, so that a converted menu is still known for one. Headings'
and lists' marks stay: what they stand before decides about them later (`corpus.repair.paragraphs`).
"""

from __future__ import annotations

import re

from corpus.load.bounds import check_length
from corpus.load.drawn_tables import grids_of
from corpus.load.format import Source
from corpus.records import Line, Loaded

# So many links, or escaped marks, make a text Markdown; a report that quotes one address is none.
FEWEST_MARKS = 3

_IMAGE = re.compile(r"!\[([^\[\]\n]{0,200})\]\([^()\s]{0,600}(?:\s+\"[^\"\n]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,300})\]\([^()\s]{0,600}(?:\s+\"[^\"\n]{0,200}\")?\)")
_ESCAPED = re.compile(r"\\([.\-_*#()\[\]|+!~>`])")


def claims(source: Source) -> bool:
    """By what only a converter writes. Raises LoadError: too long, undecodable."""
    text, _ = source.decoded
    check_length(text)
    return is_markdown(text)


def read(source: Source) -> Loaded:
    """The lines of the text."""
    text, encoding = source.decoded
    lines = markdown_lines(text)
    return Loaded("text", lines, encoding=encoding, grids=grids_of([line.text for line in lines]))


def is_markdown(text: str) -> bool:
    """Has the text links or escapes that only a converter writes?"""
    return sum(1 for _, _ in zip(_LINK.finditer(text), range(FEWEST_MARKS), strict=False)) >= FEWEST_MARKS or (
        len(re.findall(r"^[^\S\n]*\d{1,2}\\\.", text, re.MULTILINE)) >= FEWEST_MARKS
    )


def markdown_lines(text: str) -> tuple[Line, ...]:
    """The lines of a Markdown text with the share of each that is linked.

    >>> markdown_lines("[首页](/) > 公开")[0]
    Line(text='首页 > 公开', tag='', path=(), linked=0.4)
    """
    return tuple(_line(line) for line in text.split("\n"))


def _line(line: str) -> Line:
    line = _IMAGE.sub("", line)
    linked = sum(len("".join(found[1].split())) for found in _LINK.finditer(line))
    shown = _ESCAPED.sub(r"\1", _LINK.sub(r"\1", line))
    size = len("".join(shown.split()))
    return Line(shown, linked=round(min(1.0, linked / size), 3) if size and linked else 0.0)
