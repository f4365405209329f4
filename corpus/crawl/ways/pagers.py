"""The further pages of a list: named by a script (TRS and its kin), or by links that say so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

TABLE = Path(__file__).with_name("pagers.toml")
# A list with more pages is an archive of news; the first pages hold what is new.
MOST_PAGES = 60

_NEXT = re.compile(r"[上下前后]一?页|尾页|末页|首页|next|prev|[>»›《<]{1,2}|第?\d{1,3}页?", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<stem>.*?)_(?P<number>\d{1,4})$")


@dataclass(frozen=True, slots=True)
class Pager:
    """One way in which scripts write how many pages a list has."""

    name: str
    pattern: re.Pattern[str]
    zero: bool | None


@cache
def pagers() -> tuple[Pager, ...]:
    """The table."""
    entries = tomllib.loads(TABLE.read_text(encoding="utf8"))["pager"]
    return tuple(Pager(e["name"], re.compile(e["pattern"]), e.get("zero")) for e in entries)


def further_pages(address: str, text: str) -> Iterator[str]:
    """The other pages of a list, as names beside its first page.

    >>> list(further_pages("https://kfq.example/nb/", '<script>createPageHTML(3, 0, "index", "html");'))
    ['index_1.html', 'index_2.html']
    """
    for pager in pagers():
        found = pager.pattern.search(text)
        if found:
            yield from _names(address, found.groupdict(), pager.zero)
            return


def _names(address: str, said: dict[str, str | None], zero: bool | None) -> Iterator[str]:
    name = urlsplit(address).path.rpartition("/")[2]
    own, _, ending = name.rpartition(".")
    numbered = _NUMBERED.match(own)
    if numbered:  # the first page has named them all
        return
    stem, ext = said.get("stem") or own or "index", said.get("ext") or ending or "html"
    counts_from_zero = zero if zero is not None else said.get("current") in ("0", None)
    first = 1 if counts_from_zero else 2
    total = min(int(said["count"] or 1), MOST_PAGES)
    yield from (f"{stem}_{number}.{ext}" for number in range(first, first + total - 1))


def turns(words: str, address: str, target: str) -> bool:
    """Do the words of a link say that it leads to another page of this list, and does its address?

    >>> turns("下一页", "https://kfq.example/nb/list.html", "https://kfq.example/nb/list_2.html")
    True
    """
    if not _NEXT.fullmatch(words):
        return False
    one, other = urlsplit(address), urlsplit(target)
    if one.path == other.path:
        return one.query != other.query
    return one.path.rpartition("/")[0] == other.path.rpartition("/")[0] and bool(re.search(r"\d", target))
