"""Long lists of issuers, a page at a time: by province, by part of a name, in the order of division
codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Final, Generic, TypedDict, TypeVar

from corpus.gazetteer import division_code
from corpus.text.fold import squeeze
from web.address import links
from web.address.parameters import Listing
from web.language.choices import Choice
from web.language.sentences import gettext

Row = TypeVar("Row")
# Lines of one page: with reports in twelve years 90 bytes a cell and 70 KB in all (a hundred of them were
# 254 KB of 3,000 issuers; `python -m pytest tests/whole/test_weights.py`, 28 November 2026).
SHOWN: Final = 45
UNKNOWN: Final = "999999"  # sorts behind every real code


class Around(TypedDict):
    """The pages around one of a list."""

    before: str | None
    after: str | None
    page: int
    page_total: int


@dataclass(frozen=True, slots=True)
class Province:
    """A province one can choose: `name` is None for what states none, `count` the issuers it has in
    the list."""

    name: str | None
    count: int
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """One page of a list. `groups`: its rows by province; `provinces`: all there are, empty where
    the list is short."""

    groups: tuple[tuple[str | None, tuple[Row, ...]], ...]
    total: int
    provinces: tuple[Province, ...]
    everything: str
    before: str | None
    after: str | None
    page: int
    page_total: int


def states(listing: Listing, path: str) -> list[Choice]:
    """The two ways to look at what is held, for the same issuers: what there is, year by year, and
    what is missing."""
    named = (("/zones", gettext("有哪些")), ("/coverage", gettext("缺哪些")))
    same = replace(listing, offset=0, reason="")
    return [Choice(name, links.listing(same, where), where == path) for where, name in named]


@lru_cache(maxsize=64)
def code_of(province: str | None) -> str:
    """The division code of a province by its name; "" for none, or none that is known."""
    return (division_code(province, None) or "") if province else ""


def shown(
    rows: Sequence[Row],
    listing: Listing,
    path: str,
    province: Callable[[Row], str | None],
    name: Callable[[Row], str | None],
) -> Shown[Row]:
    """The page that is asked for. `rows` come in the order of their provinces' codes."""
    wanted = squeeze(listing.name)
    named = [row for row in rows if wanted in squeeze(name(row) or "")] if wanted else rows
    found = [row for row in named if listing.region in (None, code_of(province(row)))]
    page = found[listing.offset : listing.offset + SHOWN]
    long = len(rows) > SHOWN
    return Shown(
        groups=tuple((each, tuple(lines)) for each, lines in groupby(page, province)),
        total=len(found),
        provinces=tuple(_provinces(named, listing, path, province)) if long else (),
        everything=links.listing(replace(listing, region=None, offset=0), path),
        **around(listing, path, len(found)),
    )


def around(listing: Listing, path: str, total: int) -> Around:
    """The pages before and after one of a list of `total` lines, None where there are none; which it
    is, and of how many."""
    offset = listing.offset

    def at(place: int) -> str:
        return links.listing(replace(listing, offset=place), path)

    return {
        "before": at(max(0, offset - SHOWN)) if offset else None,
        "after": at(offset + SHOWN) if offset + SHOWN < total else None,
        "page": offset // SHOWN + 1,
        "page_total": max(1, -(-total // SHOWN)),
    }


def _provinces(
    rows: Sequence[Row], listing: Listing, path: str, province: Callable[[Row], str | None]
) -> list[Province]:
    counts: Counter[str] = Counter()
    names: dict[str, str | None] = {}
    for row in rows:
        name = province(row)
        code = code_of(name)
        counts[code] += 1
        names.setdefault(code, name if code else None)
    return [
        Province(names[code], counts[code], url, listing.region == code)
        for code in sorted(counts, key=lambda code: code or UNKNOWN)
        for url in [links.listing(replace(listing, region=code, offset=0), path)]
    ]
