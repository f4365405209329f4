"""The one place where the parameters of an address become plain values, so that pages, API, feeds and exports read them alike.

What is malformed is named and refused (400); what is well-formed but unknown goes on, and the answer says that nothing is held.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from corpus.errors import XunzhangError
from corpus.saying import Saying, listed
from search.request import DEFAULT_LIMIT, FACETS, MAX_LIMIT, SORTS, Request

VIEWS: Final = ("list", "kwic", "reports")
ORDERS: Final = ("left", "right", "zone", "year")
LANGUAGES: Final = ("zh", "en")
SCRIPTS: Final = ("original", "hans")
CONTEXTS: Final = (10, 60)  # fewest and most characters on either side of a KWIC line
DEFAULT_CONTEXT: Final = 20
MAX_OFFSET: Final = 10_000_000  # far past any corpus of one machine: more is a mistake, not a wish
MAX_SAMPLE: Final = 10_000  # lines of a random sample: more is no longer a sample one reads
MAX_SEED: Final = 2**31 - 1
MAX_VALUE: Final = 200  # characters of a filter value: no name of a zone comes near
MAX_QUERY: Final = (
    2_000  # beyond this the query is not even handed on (its own limit is 500 and says so in its own words)
)

YEAR: Final = re.compile(r"(?:[0-9]{4}|[0-9]{4}\.\.(?:[0-9]{4})?|\.\.[0-9]{4})?")
REGION: Final = re.compile(r"(?:[0-9]{6})?")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class BadParameter(XunzhangError):
    """An address holds a value that cannot be meant."""

    code = "bad_parameter"


class Arguments(Protocol):
    """What is read: the arguments of an address, each name with a list of values (Werkzeug's MultiDict)."""

    def getlist(self, key: str, /) -> list[str]:
        """All values of a name, in their order; none is []."""
        ...


@dataclass(frozen=True, slots=True)
class State:
    """All that the address of a search says: the search itself and how it is shown.

    `context`, `order`, `sample` (0: all lines) and `seed` are those of the concordance; `unfold` is the facet whose values are all shown.
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
    """All that the address of a report says: the search to mark, which mark one stands at (from 1), the script, the language."""

    q: str = ""
    mark: int | None = None
    script: str = "original"
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the address of a list of issuers says: a part of their names, a province's code (None: any, "": not stated), the page.

    `reason` asks for the pages that are not held for this reason.
    """

    name: str = ""
    region: str | None = None
    offset: int = 0
    reason: str = ""
    lang: str = "zh"


def read_search(arguments: Arguments) -> State:
    """The state of `/search`, `/api/search` and all that share their parameters. Raises BadParameter."""
    return State(
        request=Request(
            q=_query(arguments),
            filters=_filters(arguments),
            sort=_choice(arguments, "sort", SORTS),
            offset=_number(arguments, "offset", 0, 0, MAX_OFFSET),
            limit=_number(arguments, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
        ),
        view=_choice(arguments, "view", VIEWS),
        order=_choice(arguments, "order", ORDERS),
        context=_number(arguments, "context", DEFAULT_CONTEXT, *CONTEXTS),
        sample=_number(arguments, "sample", 0, 0, MAX_SAMPLE),
        seed=_number(arguments, "seed", 0, 0, MAX_SEED),
        unfold=_choice(arguments, "unfold", ("", *FACETS)),
        lang=read_language(arguments),
    )


def read_report(arguments: Arguments) -> Reading:
    """The state of `/r/<id>`. Raises BadParameter."""
    mark = _number(arguments, "n", 0, 0, MAX_OFFSET)
    script = _choice(arguments, "script", SCRIPTS)
    return Reading(_query(arguments), mark or None, script, read_language(arguments))


def read_listing(arguments: Arguments) -> Listing:
    """The state of `/zones` and `/coverage`. Raises BadParameter."""
    region = _one(arguments, "region")
    for facet, value in (("region", region), ("name", _one(arguments, "name")), ("reason", _one(arguments, "reason"))):
        _check_value(facet, value or "")
    return Listing(
        name=(_one(arguments, "name") or "").strip(),
        region=region,
        offset=_number(arguments, "offset", 0, 0, MAX_OFFSET),
        reason=_one(arguments, "reason") or "",
        lang=read_language(arguments),
    )


def read_prefix(arguments: Arguments) -> tuple[str, int]:
    """What is typed so far and how many continuations to offer, for `/api/suggest`. Raises BadParameter."""
    read_language(arguments)
    return _query(arguments), _number(arguments, "limit", 10, 1, 50)


def read_language(arguments: Arguments) -> str:
    """The language of the page: Chinese unless `lang=en`. Raises BadParameter."""
    return _choice(arguments, "lang", LANGUAGES)


def _all(arguments: Arguments, name: str) -> list[str]:
    """The values of a name without the control characters that come along when text is pasted."""
    return [CONTROL.sub("", value) for value in arguments.getlist(name)]


def _one(arguments: Arguments, name: str) -> str | None:
    values = _all(arguments, name)
    if len(set(values)) > 1:
        raise BadParameter(
            Saying("参数 %(name)s 只能给一个值，这里给了 %(n)s 个；请只留一个。", name=name, n=len(values))
        )
    return values[0] if values else None


def _query(arguments: Arguments) -> str:
    text = _one(arguments, "q") or ""
    if len(text) > MAX_QUERY:
        raise BadParameter(Saying("检索式有 %(n)s 个字，太长了；请缩到 500 个字以内。", n=f"{len(text):,}"))
    return text


def _filters(arguments: Arguments) -> Mapping[str, tuple[str, ...]]:
    chosen = {facet: tuple(dict.fromkeys(_all(arguments, facet))) for facet in FACETS}
    for facet, values in chosen.items():
        for value in values:
            _check_value(facet, value)
    return {facet: values for facet, values in chosen.items() if values}


def _check_value(facet: str, value: str) -> None:
    if facet == "year" and not YEAR.fullmatch(value):
        raise BadParameter(
            Saying("年份“%(value)s”读不懂；请写成 2023、2021..2023、2021.. 或 ..2019。", value=_short(value))
        )
    if facet == "region" and not REGION.fullmatch(value):
        raise BadParameter(Saying("地区“%(value)s”读不懂；请用六位行政区划代码，如 440000。", value=_short(value)))
    if len(value) > MAX_VALUE:
        raise BadParameter(
            Saying("筛选 %(name)s 的值有 %(n)s 个字，太长了；请从左栏里选。", name=facet, n=f"{len(value):,}")
        )


def _choice(arguments: Arguments, name: str, choices: tuple[str, ...]) -> str:
    value = _one(arguments, name)
    if value is None:
        return choices[0]
    if value not in choices:
        raise BadParameter(
            Saying(
                "参数 %(name)s 的值“%(value)s”不认识；可用的是 %(choices)s。",
                name=name,
                value=_short(value),
                choices=listed(choices),
            )
        )
    return value


def _number(arguments: Arguments, name: str, default: int, least: int, most: int) -> int:
    value = _one(arguments, name)
    if value is None:
        return default
    if not re.fullmatch(r"[0-9]{1,12}", value) or not least <= int(value) <= most:
        raise BadParameter(
            Saying(
                "参数 %(name)s 的值“%(value)s”不行；请给 %(least)s 到 %(most)s 之间的整数。",
                name=name,
                value=_short(value),
                least=f"{least:,}",
                most=f"{most:,}",
            )
        )
    return int(value)


def _short(value: str) -> str:
    """The value as an error may repeat it: short, on one line."""
    shown = value.replace("\n", " ").replace("\r", " ")
    return f"{shown[:40]}{'…' if len(shown) > 40 else ''}"
