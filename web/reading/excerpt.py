"""The excerpt of a section that a hit shows: its own heading apart, no number cut at the end."""

from __future__ import annotations

import re

from search.answer import Hit, Snippet
from search.show.snippet import WIDTH

LEAST_SHARED = 4  # characters of a heading repeated by a snippet: fewer may be chance
SENTENCE_ENDS = tuple('。．!！?？;；:：…”’"』」）)》】')
BEFORE = 6  # characters that lead to the first match of a short excerpt
STRIPPED = 2  # characters of white space that a full snippet may have lost at its ends
NUMBER_CUT = re.compile(r"[\d,.，、]+$")  # half a number is another number; a comma before an ellipsis is one too many
AFTER_HEADING = "。．.：: \u3000\n"  # what closes a heading: not worth a place at the beginning of a snippet


def own_heading(hit: Hit) -> tuple[Snippet, Snippet]:
    """The hit's own heading and the snippet, each with its marks: a snippet that begins with (the
    end of) the heading gives it up."""
    heading = hit.headings[-1] if hit.headings else ""
    text, ranges = hit.snippet.text, hit.snippet.ranges
    cut = _shared(heading, text)
    if not cut or any(start < cut < end for start, end in ranges):
        return Snippet(heading, ()), hit.snippet
    before = len(heading) - cut
    rest = cut + len(text[cut:]) - len(text[cut:].lstrip(AFTER_HEADING))
    own = tuple((start + before, end + before) for start, end in ranges if end <= cut)
    behind = tuple((start - rest, end - rest) for start, end in ranges if start >= rest)
    return Snippet(heading, own), Snippet(text[rest:], behind)


def excerpt(hit: Hit) -> tuple[Snippet, Snippet, bool]:
    """The hit's own heading, the snippet behind it, and whether that breaks off in the middle of a
    sentence."""
    heading, rest = own_heading(hit)
    goes_on = len(hit.snippet.text) >= WIDTH - STRIPPED and not rest.text.endswith(SENTENCE_ENDS)
    return heading, whole_numbers(rest) if goes_on else rest, goes_on


def shorter(snippet: Snippet, width: int) -> Snippet:
    """A stretch of a snippet from a little before its first match on, no longer than `width`
    characters; a match that does not fit is cut.

    >>> shorter(Snippet("一二三四五六七八九十审计甲乙丙丁", ((10, 12),)), 9)
    Snippet(text='五六七八九十审计甲', ranges=((6, 8),))
    """
    first = snippet.ranges[0][0] if snippet.ranges else 0
    start = max(0, min(first - BEFORE, len(snippet.text) - width))
    inside = [(max(left, start) - start, min(right, start + width) - start) for left, right in snippet.ranges]
    return Snippet(snippet.text[start : start + width], tuple([each for each in inside if each[0] < each[1]]))


def whole_numbers(snippet: Snippet) -> Snippet:
    """A snippet without the number its end cuts, unless that is marked.

    >>> whole_numbers(Snippet("增加到1", ())).text
    '增加到'
    """
    cut = NUMBER_CUT.search(snippet.text)
    if not cut or any(end > cut.start() for _, end in snippet.ranges):
        return snippet
    return Snippet(snippet.text[: cut.start()], snippet.ranges)


def _shared(heading: str, text: str) -> int:
    """How many characters the end of the heading and the beginning of the text share; 0 where that
    may be chance."""
    lengths = range(min(len(heading), len(text)), LEAST_SHARED - 1, -1)
    return next((length for length in lengths if heading.endswith(text[:length])), 0)
