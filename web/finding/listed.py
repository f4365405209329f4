"""A hit as a list of hits shows it: with its addresses, its heading and its snippet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.answer import Hit, Snippet
from web.address import links
from web.address.parameters import Reading
from web.reading.excerpt import excerpt, shorter, whole_numbers


@dataclass(frozen=True, slots=True)
class Listed:
    """`url` is its section in the report, `place` the first match in it, `permalink` its lasting
    address; `lacks`: words that are not in it, None where it holds everything.

    `own` is its last heading with marks, `snippet` what stands below it, `goes_on` whether that is
    cut off.
    """

    hit: Hit
    url: str
    place: str
    permalink: str
    lacks: tuple[str, ...] | None
    own: Snippet
    snippet: Snippet
    goes_on: bool

    def within(self, width: int) -> Listed:
        """The same with an excerpt of so many characters."""
        if len(self.snippet.text) <= width:
            return self
        return replace(self, snippet=whole_numbers(shorter(self.snippet, width)), goes_on=True)


def listed(hit: Hit, reading: Reading, lacks: tuple[str, ...] | None = None) -> Listed:
    """The hit of a search that `reading` goes on with."""
    own, snippet, goes_on = excerpt(hit)
    return Listed(
        hit,
        links.hit(hit.report, hit.section, reading),
        links.hit(hit.report, hit.section, reading, hit.paragraph),
        links.permalink(hit.report, hit.section, hit.fingerprint),
        lacks,
        own,
        snippet,
        goes_on,
    )
