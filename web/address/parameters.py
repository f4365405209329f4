"""The one place where the parameters of an address become plain values, so that pages, API, feeds
and exports read them alike.

What is malformed is named and refused (400); what is well-formed but unknown goes on, and the
answer says that nothing is held.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.saying import Saying
from search.request import DEFAULT_LIMIT, FACETS, MAX_LIMIT, SORTS, Chosen, Request
from web.address.argument import Arguments, BadParameter, choice, every, number, one, short

VIEWS: Final = ("list", "kwic", "reports")
ORDERS: Final = ("left", "right", "zone", "year")
LANGUAGES: Final = ("zh", "en")
SCRIPTS: Final = ("original", "hans")
CONTEXTS: Final = (10, 60)  # fewest and most characters on either side of a KWIC line
DEFAULT_CONTEXT: Final = 20
MAX_OFFSET: Final = 10_000_000  # far past any corpus of one machine: more is a mistake, not a wish
MAX_SAMPLE: Final = 10_000  # lines of a random sample: more is no longer a sample one reads
MAX_SEED: Final = 2**31 - 1
# Values chosen in all facets together, and their characters: choosing by hand ends with the 34
# provinces; an answer repeats them in the link of every value, so 2,000 of them took 66 MB.
MAX_VALUES: Final = 100
MAX_CHOSEN: Final = 2_000
MAX_VALUE: Final = 200  # characters of a filter value: no name of a zone comes near
MAX_QUERY: Final = (
    2_000  # beyond this the query is not even handed on (its own limit is 500 and says so in its own words)
)

YEAR: Final = re.compile(r"(?:[0-9]{4}|[0-9]{4}\.\.(?:[0-9]{4})?|\.\.[0-9]{4})?")
REGION: Final = re.compile(r"(?:[0-9]{6})?")


@dataclass(frozen=True, slots=True)
class State:
    """All that the address of a search says: the search itself and how it is shown.

    `context`, `order`, `sample` (0: all lines) and `seed` are those of the concordance; `unfold` is
    the facet whose values are all shown.
    """

    request: Request = field(default_factory=Request)
    view: str = "list"
    order: str = "left"
    context: int = DEFAULT_CONTEXT
    sample: int = 0
    seed: int = 0
    unfold: str = ""
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the address of a report says: the search to mark, which mark one stands at (from 1),
    the script, the language."""

    q: str = ""
    mark: int | None = None
    script: str = "original"
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the address of a list of issuers says: a part of their names, a province's code
    (None: any, "": not stated), the page.

    `reason` asks for the pages that are not held for this reason.
    """

    name: str = ""
    region: str | None = None
    offset: int = 0
    reason: str = ""
    lang: str = "zh"


def read_search(arguments: Arguments) -> State:
    """The state of `/search`, `/api/search` and all that share their parameters. Raises
    BadParameter."""
    return State(
        request=Request(
            q=_query(arguments),
            filters=_filters(arguments),
            sort=choice(arguments, "sort", SORTS),
            offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
            limit=number(arguments, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
        ),
        view=choice(arguments, "view", VIEWS),
        order=choice(arguments, "order", ORDERS),
        context=number(arguments, "context", DEFAULT_CONTEXT, *CONTEXTS),
        sample=number(arguments, "sample", 0, 0, MAX_SAMPLE),
        seed=number(arguments, "seed", 0, 0, MAX_SEED),
        unfold=choice(arguments, "unfold", ("", *FACETS)),
        lang=read_language(arguments),
    )


def read_report(arguments: Arguments) -> Reading:
    """The state of `/r/<id>`. Raises BadParameter."""
    mark = number(arguments, "n", 0, 0, MAX_OFFSET)
    script = choice(arguments, "script", SCRIPTS)
    return Reading(_query(arguments), mark or None, script, read_language(arguments))


def read_listing(arguments: Arguments) -> Listing:
    """The state of `/zones` and `/coverage`. Raises BadParameter."""
    region = one(arguments, "region")
    for facet, value in (("region", region), ("name", one(arguments, "name")), ("reason", one(arguments, "reason"))):
        _check_value(facet, value or "")
    return Listing(
        name=(one(arguments, "name") or "").strip(),
        region=region,
        offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
        reason=one(arguments, "reason") or "",
        lang=read_language(arguments),
    )


def read_prefix(arguments: Arguments) -> tuple[str, int, Chosen]:
    """What is typed so far, how many suggestions to offer and within which filters, for
    `/api/suggest`. Raises BadParameter."""
    read_language(arguments)
    return _query(arguments), number(arguments, "limit", 10, 1, 50), _filters(arguments)


def read_language(arguments: Arguments) -> str:
    """The language of the page: Chinese unless `lang=en`. Raises BadParameter."""
    return choice(arguments, "lang", LANGUAGES)


def _query(arguments: Arguments) -> str:
    text = one(arguments, "q") or ""
    if len(text) > MAX_QUERY:
        raise BadParameter(Saying("检索式有 %(n)s 个字，太长了；请缩到 500 个字以内。", n=f"{len(text):,}"))
    return text


def _filters(arguments: Arguments) -> Mapping[str, tuple[str, ...]]:
    chosen = {facet: tuple(dict.fromkeys(every(arguments, facet))) for facet in FACETS}
    _check_number([value for values in chosen.values() for value in values])
    for facet, values in chosen.items():
        for value in values:
            _check_value(facet, value)
    return {facet: values for facet, values in chosen.items() if values}


def _check_number(values: Sequence[str]) -> None:
    if len(values) > MAX_VALUES:
        raise BadParameter(
            Saying(
                "筛选一共选了 %(n)s 个值，太多了；请留下 %(most)s 个以内。",
                n=f"{len(values):,}",
                most=MAX_VALUES,
            )
        )
    if (characters := sum(map(len, values))) > MAX_CHOSEN:
        raise BadParameter(Saying("筛选的值一共有 %(n)s 个字，太长了；请少选几个。", n=f"{characters:,}"))


def _check_value(facet: str, value: str) -> None:
    if facet == "year" and not YEAR.fullmatch(value):
        raise BadParameter(
            Saying("年份“%(value)s”读不懂；请写成 2023、2021..2023、2021.. 或 ..2019。", value=short(value))
        )
    if facet == "region" and not REGION.fullmatch(value):
        raise BadParameter(Saying("地区“%(value)s”读不懂；请用六位行政区划代码，如 440000。", value=short(value)))
    if len(value) > MAX_VALUE:
        raise BadParameter(
            Saying("筛选 %(name)s 的值有 %(n)s 个字，太长了；请从左栏里选。", name=facet, n=f"{len(value):,}")
        )
