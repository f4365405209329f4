"""The lines of a concordance from the text of a section, and what sorts them, for an engine that
has no arrays over its texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.disk.stored import StoredSection
from search.answer import KwicLine
from search.match.spans import PARAGRAPH_END, scan, squeezed_at
from search.query.read import Query

# So many characters beside the match decide its place among the lines; then the section's place in
# the corpus does.
SORTED = 8
# Characters past this sort alike.
LAST_CODE = 0xFFFF
Key = tuple[int, ...]


class TextLine(NamedTuple):
    """A line, whether its match is not a bare run that stands unbroken, and the characters left and
    right of it, nearest first: lines sort as these do, stably, by `broken` first of all."""

    broken: bool
    left: Key
    right: Key
    line: KwicLine


def text_lines(query: Query, of: StoredSection, text: str, context: int) -> Iterator[TextLine]:
    """The lines of one section, in the order of its text."""
    squeezed, offsets = squeezed_at(text)
    for start, end in scan(query, squeezed):
        before = squeezed[max(0, start - SORTED) : start].rpartition(PARAGRAPH_END)[2]
        behind = squeezed[end : end + SORTED].partition(PARAGRAPH_END)[0]
        line = cut_line(of, text, offsets[start], offsets[end - 1] + 1, context)
        yield TextLine(squeezed[start:end] not in query.counted.runs, _key(before[::-1]), _key(behind), line)


def _key(near: str) -> Key:
    return tuple([min(ord(character), LAST_CODE) for character in near])


def cut_line(of: StoredSection, text: str, first: int, last: int, context: int) -> KwicLine:
    """The line of a match from `first` to `last` in a section, with what stands beside it in its
    paragraph."""
    left, right = text[max(0, first - context) : first], text[last : last + context]
    return KwicLine(
        report=of.report,
        section=of.section,
        fingerprint=of.fingerprint,
        paragraph=text.count("\n", 0, first) + 1,
        start=first,
        end=last,
        left=left.rpartition("\n")[2],
        match=text[first:last],
        right=right.partition("\n")[0],
        zone=of.zone,
        year=of.year,
        province=of.province,
        city=of.city,
        kind=of.kind,
        part=of.part,
        title=of.title,
        headings=of.headings,
    )
