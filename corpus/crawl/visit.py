"""An address that a crawl asks for, and what it knows about it before."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.crawl.ways.link import COLUMN, NOTHING, REPORT


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to ask for.

    `reach`: how many links may be followed from there; `worth`, `role`, `way`: what the link to it
    said (`corpus.crawl.ways.link`); `source`: the address of the list of sources that led here;
    `free`: steps on the way here that cost no reach; `changed`: when a site map says it last changed; `page`:
    what relative addresses in the list of a platform start from.
    """

    address: str
    reach: int = 0
    worth: str = NOTHING
    way: str = "source"
    role: str = ""
    source: str = ""
    free: int = 0
    changed: str = ""
    page: str = ""

    @property
    def promising(self) -> bool:
        """Does it promise a report, or a column of reports?"""
        return self.worth in (COLUMN, REPORT)
