"""Reports that a site spreads over several pages: `….html`, then `…_2.html`, `…_3.html` (or from
`…_1.html` on).

Only pages on the web that follow a page which is held, and go on with it, are joined: an address
that merely ends in a number, or a page that begins a report of its own, stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from corpus.identity import canonical
from corpus.records import Page, Stripped, Trace
from corpus.text.fold import squeeze
from corpus.text.numbering import number_of

# Sites number few pages; longer numbers tell articles apart.
MOST_LATER_PAGES = 20
_LATER = re.compile(r"(?P<stem>.+)_(?P<number>\d{1,2})(?P<ending>\.s?html?)", re.I)


def first_page(address: str) -> tuple[str, int] | None:
    """The address of the first page and this page's number, for an address that looks like a later
    page's; else None.

    >>> first_page("https://kfq.example/art/t7_2.html")
    ('https://kfq.example/art/t7.html', 2)
    """
    parts = urlsplit(address)
    found = _LATER.fullmatch(parts.path)
    if found is None:
        return None
    return urlunsplit(parts._replace(path=found["stem"] + found["ending"])), int(found["number"])


def later_address(address: str, number: int) -> str:
    """The address that a later page would have.

    >>> later_address("https://kfq.example/art/t7.html", 2)
    'https://kfq.example/art/t7_2.html'
    """
    parts = urlsplit(address)
    stem, dot, ending = parts.path.rpartition(".")
    return urlunsplit(parts._replace(path=f"{stem}_{number}{dot}{ending}"))


def later_pages(first: Page, versions: Iterable[Page]) -> list[Page]:
    """Among the kept pages, the newest version of each that follows `first`, in order."""
    newest: dict[int, Page] = {}
    for page in versions:
        found = first_page(page.address) if page.url else None
        if found and canonical(found[0]) == canonical(first.address):
            newest[found[1]] = page
    return [newest[number] for number in sorted(newest)]


def goes_on(first: Stripped, later: Stripped) -> bool:
    """Does the later page go on with the first? It bears the same title or none, and does not begin
    at the beginning."""
    if not first.body or not later.body:
        return False
    titles = [squeeze(page.title or "") for page in (first, later)]
    opening = number_of(squeeze(later.body[0]))
    begins = opening is not None and squeeze(later.body[0]).startswith(("一、", "第一", "(一)"))
    return (titles[0] == titles[1] or not titles[1]) and not begins and later.body[0] not in first.body


def together(first: Stripped, later: Stripped) -> Stripped:
    """One page out of two: the later body behind the first, the letter's end from the later one."""
    repeated = tuple(Trace("repeated on a later page", line) for line in later.front)
    above = first.gaps or ("",) * len(first.body)
    below = later.gaps or ("",) * len(later.body)
    return Stripped(
        head=first.head,
        title=first.title,
        front=first.front,
        body=(*first.body, *later.body),
        back=later.back or first.back,
        tail=later.tail,
        receipt=(*first.receipt, *repeated, *later.receipt),
        gaps=(*above, "page", *below[1:]),
        titled=first.titled,
    )
