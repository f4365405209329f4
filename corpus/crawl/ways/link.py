"""Where a page leads, what that promises, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass, replace

# What an address promises, least first: something else by its title, nothing, a column in which
# reports may be, a report.
OTHER, NOTHING, COLUMN, REPORT = "other", "", "column", "report"
ORDER = (OTHER, NOTHING, COLUMN, REPORT)
# What an address is to the page that names it: another page of the same list, a part of the page
# itself (frame, jump), a file that belongs to it, the same page by its own word, a site map. Lists of
# a platform are "data:NAME".
LIST, PART, ATTACHED, SAME, SITEMAP, DATA = "list", "part", "attached", "same", "sitemap", "data:"


@dataclass(frozen=True, slots=True)
class Link:
    """An address. `worth`: what it promises; `role`: what it is to the page, "" for a page of its own;
    `way`: how it was found; `wordless`: nobody says what it is; `changed`: when, where that is said
    (ISO 8601); `page`: what relative addresses start from in the list of a platform."""

    address: str
    worth: str = NOTHING
    role: str = ""
    way: str = "link"
    wordless: bool = False
    changed: str = ""
    page: str = ""

    @property
    def promising(self) -> bool:
        """Does it promise a report, or a column of reports?"""
        return self.worth in (COLUMN, REPORT)


def is_list(role: str) -> bool:
    """Is it read for its links only?

    >>> is_list("sitemap"), is_list("data:gkmlpt"), is_list("list")
    (True, True, False)
    """
    return role == SITEMAP or role.startswith(DATA)


def merged(one: Link, other: Link) -> Link:
    """Two mentions of one address: the better promise, and whatever role one of them knows."""
    better = max((one, other), key=lambda link: ORDER.index(link.worth))
    return replace(better, role=one.role or other.role, wordless=one.wordless and other.wordless)
