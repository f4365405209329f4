"""The state of `/r/<id>/shared`, `/api/passages`, `/sentences` and their tables, and the addresses
that hold it. Of a draft nothing stands in an address but the language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from search.across.passages import LEAST, MOST_LEAST, USUAL_LEAST
from search.query.written import escape
from search.request import FACETS, MAX_LIMIT, NO_CHOICE, Chosen
from web.address.argument import Arguments, choice, number
from web.address.filters import read_filters
from web.address.links import page_with, search_for
from web.address.parameters import MAX_OFFSET, read_language

DRAFT: Final = "/draft"
SENTENCES: Final = "/sentences"
# Which passages are listed: whole clauses, those that five issuers and more have, and all strings.
SHOWN: Final = ("clauses", "formula", "all")
MOST_SEARCHED: Final = 100  # characters of a string that are searched
ROWS: Final = 50  # sentences of a page


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is asked of the passages that a report shares, or of the sentences of a selection."""

    least: int = USUAL_LEAST
    shown: str = SHOWN[0]
    filters: Chosen = field(default_factory=lambda: NO_CHOICE)
    offset: int = 0
    limit: int = ROWS
    lang: str = "zh"


def read_sharing(arguments: Arguments) -> Sharing:
    """The state of an address. Raises BadParameter."""
    return Sharing(
        least=number(arguments, "least", USUAL_LEAST, LEAST, MOST_LEAST),
        shown=choice(arguments, "shown", SHOWN),
        filters=read_filters(arguments),
        offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
        limit=number(arguments, "limit", ROWS, 1, MAX_LIMIT),
        lang=read_language(arguments),
    )


def of_report(identity: str, state: Sharing | None = None, ending: str = "", **changes: object) -> str:
    """The address of what a report shares; `ending` ".csv" for the table.

    >>> of_report("aaaaaaaaaaa1", least=20)
    '/r/aaaaaaaaaaa1/shared?least=20'
    """
    path = f"/r/{identity}/shared{ending}"
    return page_with(path, pairs(replace(state or Sharing(), **{"offset": 0, **changes})))  # type: ignore[arg-type]


def sentences(state: Sharing, path: str = SENTENCES, **changes: object) -> str:
    """The address of the most widespread sentences of a selection."""
    return page_with(path, pairs(replace(state, **{"offset": 0, **changes})))  # type: ignore[arg-type]


def pairs(state: Sharing) -> list[tuple[str, str]]:
    """The parameters of a state in their fixed order, defaults left out."""
    found = [(facet, value) for facet in FACETS for value in state.filters.get(facet, ())]
    plain = {
        "least": (str(state.least), str(USUAL_LEAST)),
        "shown": (state.shown, SHOWN[0]),
        "offset": (str(state.offset), "0"),
        "limit": (str(state.limit), str(ROWS)),
        "lang": (state.lang, "zh"),
    }
    return found + [(name, value) for name, (value, default) in plain.items() if value != default]


def phrase(text: str, lang: str = "zh") -> str:
    """The address of the search for a string word for word; of a long one for its beginning, for a
    query has 500 characters at most. What stands behind a line break is left out."""
    return search_for(escape(text.split("\n")[0][:MOST_SEARCHED]), lang)
