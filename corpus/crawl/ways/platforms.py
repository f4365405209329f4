"""Lists that a script fetches from a platform: how one is recognised, how it is asked, what its
answers hold. The platforms are data (`platforms.toml`)."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from corpus.crawl.ways.document import Document
from corpus.crawl.ways.link import COLUMN, DATA, NOTHING, Link
from corpus.crawl.ways.promise import promise_of

TABLE = Path(__file__).with_name("platforms.toml")
# Lists that one page may name; a site's own index has a few dozen columns.
MOST_COLUMNS = 40
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Platform:
    """An entry of the table; patterns are compiled."""

    name: str
    title: str
    mark: str
    knows: tuple[re.Pattern[str], ...]
    columns: tuple[re.Pattern[str], ...]
    every: str
    ask: str
    found: re.Pattern[str] | None
    turns: re.Pattern[str] | None
    total: str
    rows: str
    html: str
    fields: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: what it leads to, its title, its date as it is written."""

    address: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What an answer holds: rows, or a piece of HTML; `total` rows in the whole list, if it says so;
    `after` is where the next ones are."""

    rows: tuple[Row, ...] = ()
    html: str = ""
    total: int | None = None
    after: str | None = None


@cache
def platforms() -> tuple[Platform, ...]:
    """The table."""
    return tuple(map(_platform, tomllib.loads(TABLE.read_text(encoding="utf8"))["platform"]))


def _platform(entry: dict[str, Any]) -> Platform:
    def pattern(name: str) -> re.Pattern[str] | None:
        return re.compile(entry[name]) if name in entry else None

    fields = (tuple(entry.get(f"{name}_field", ())) for name in ("title", "address", "date"))
    return Platform(
        name=entry["name"],
        title=entry["title"],
        mark=entry.get("mark", ""),
        knows=tuple(map(re.compile, entry.get("knows", ()))),
        columns=tuple(re.compile(text, re.IGNORECASE) for text in entry.get("columns", ())),
        every=entry.get("every", ""),
        ask=entry.get("ask", "{ask}"),
        found=pattern("found"),
        turns=pattern("turns"),
        total=entry.get("total", ""),
        rows=entry.get("rows", ""),
        html=entry.get("html", ""),
        fields=(next(fields), next(fields), next(fields)),
    )


def named(role: str) -> Platform | None:
    """The platform that a role `data:NAME` is of."""
    return next((each for each in platforms() if f"{DATA}{each.name}" == role), None)


def of_address(address: str) -> Platform | None:
    """The platform whose list an address is, by the address alone."""
    return next((each for each in platforms() if each.found and each.found.search(address)), None)


def lists_named(document: Document, worth: str = NOTHING) -> Iterator[Link]:
    """The lists that a page's scripts would ask for. `worth` is what the page promised."""
    for platform in platforms():
        if platform.knows and platform.mark in document.address:
            for asked, promise in _asked(platform, document, worth):
                target = document.target(asked, data=True)
                if target and target != document.address:
                    yield Link(target, promise, f"{DATA}{platform.name}", platform.name, page=document.base)


def _asked(platform: Platform, document: Document, worth: str) -> Iterator[tuple[str, str]]:
    """Addresses of lists with what they promise."""
    if "{ask}" in platform.ask:
        for pattern in platform.knows:
            yield from ((found["ask"], worth) for found in pattern.finditer(document.text))
        return
    values: dict[str, str] = {}
    for pattern in platform.knows:
        if (match := pattern.search(document.text)) is None:
            return
        values |= match.groupdict()
    values = {name: value if name == "unit" else quote(value) for name, value in values.items()}
    values["root"] = document.address.partition(platform.mark)[0] if platform.mark else ""
    for column, promise in _columns(platform, document.text) if platform.columns else [("", worth)]:
        yield platform.ask.format(column=column, **values), promise


def _columns(platform: Platform, text: str) -> list[tuple[str, str]]:
    """The columns that promise reports, or the one that stands for all."""
    names: dict[str, str] = {}
    for pattern in platform.columns:
        for match in pattern.finditer(text):
            names.setdefault(match["column"], _unescaped(match["name"] or ""))
    promised = {column: promise_of(name) for column, name in names.items() if name}
    wanted = [(column, COLUMN) for column, promise in promised.items() if promise in ("column", "report")]
    bare = [(column, COLUMN) for column, name in names.items() if not name]
    return (wanted or bare or [(platform.every, NOTHING)])[:MOST_COLUMNS]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def answer_of(platform: Platform, address: str, text: str) -> Listed:
    """What a list's answer holds. Nothing where it is none; never raises."""
    after = _after(platform, address)
    if platform.html == "*":
        return Listed(html=text, after=after)
    try:
        value = json.loads(text[text.index("(") + 1 : text.rindex(")")] if re.match(r"\s*[\w.$]+\(", text) else text)
    except (ValueError, RecursionError):
        return Listed()
    if platform.html:
        piece = dug(value, platform.html)
        return Listed(html=piece if isinstance(piece, str) else "", after=after)
    rows = tuple(filter(None, (_row(platform, each) for each in _rows(platform, value))))
    total = dug(value, platform.total) if platform.total else None
    return Listed(rows, total=total if isinstance(total, int) else None, after=after if rows else None)


def _after(platform: Platform, address: str) -> str | None:
    """The address with its page counted one up."""
    found = platform.turns.search(address) if platform.turns else None
    return f"{address[: found.start(1)]}{int(found[1]) + 1}{address[found.end(1) :]}" if found else None


def dug(value: Any, names: str) -> Any:
    """What stands under names with dots; None where nothing does."""
    for name in names.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _rows(platform: Platform, value: Any) -> list[Any]:
    if platform.rows:
        found = dug(value, platform.rows)
        return found if isinstance(found, list) else []
    return next(_lists(value, platform), [])


def _lists(value: Any, platform: Platform) -> Iterator[list[Any]]:
    """Lists of rows anywhere in a value, outermost first."""
    if isinstance(value, list) and any(_row(platform, each) for each in value):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict | list):
            yield from _lists(inner, platform)


def _row(platform: Platform, value: Any) -> Row | None:
    if not isinstance(value, dict):
        return None
    title, address, date = (next((value[n] for n in names if value.get(n)), "") for names in platform.fields)
    return Row(address, str(title), str(date)) if isinstance(address, str) and address and title else None
