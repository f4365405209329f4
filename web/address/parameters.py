"""The one place where the parameters of an address become plain values, so that pages, API, feeds
and exports read them alike.

What is malformed is named and refused (400); what is well-formed but unknown goes on, and the
answer says that nothing is held.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corpus.saying import Saying
from search.request import DEFAULT_LIMIT, FACETS, MAX_LIMIT, SORTS, Chosen, Request
from web.address.argument import Arguments, BadParameter, choice, number, one, short
from web.address.filters import check_value, read_filters

VIEWS: Final = ("list", "kwic", "reports")
PER: Final = ("section", "report")  # what the bars of the years count: sections, or sections a report held
ORDERS: Final = ("left", "right", "zone", "year")
LANGUAGES: Final = ("zh", "en")
SCRIPTS: Final = ("original", "hans")
CONTEXTS: Final = (10, 60)  # fewest and most characters on either side of a KWIC line
DEFAULT_CONTEXT: Final = 20
MAX_OFFSET: Final = 10_000_000  # far past any corpus of one machine: more is a mistake, not a wish
MAX_SAMPLE: Final = 10_000  # lines of a random sample: more is no longer a sample one reads
MAX_SEED: Final = 2**31 - 1
MAX_NAMED: Final = 200  # characters read of a part of a name: no issuer has longer ones
MAX_PRINT: Final = 40  # characters read of a fingerprint: sixteen, and what was copied behind them
# Beyond this the query is not even handed on; its own limit is 500 and says so in its own words.
MAX_QUERY: Final = 2_000

# A section, and in it, behind a ~, a paragraph (p, from 1) or a character (c, from 0).
PLACE: Final = re.compile(r"(?P<section>[\w.-]{1,40})(?:~(?P<kind>[pc])(?P<number>[0-9]{1,9}))?")
BESIDE: Final = re.compile(r"[\w-]{1,60}/[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class State:
    """All that the address of a search says: the search itself and how it is shown.

    `context`, `order`, `sample` (0: all lines) and `seed` are those of the concordance; `unfold` is
    the facet whose values are shown page by page, from `beyond` on, those with `named` in their names;
    `per` what the bars of the years count.
    """

    request: Request = field(default_factory=Request)
    view: str = "list"
    order: str = "left"
    context: int = DEFAULT_CONTEXT
    sample: int = 0
    seed: int = 0
    unfold: str = ""
    named: str = ""
    beyond: int = 0
    per: str = PER[0]
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the address of a report says: the search to mark, which mark one stands at (from 1),
    the script, the language.

    `at` is the place in the report one comes to, `beside` the section of another report one comes
    from; `shared`: what others have, too, is marked in the margin.
    """

    q: str = ""
    mark: int | None = None
    script: str = "original"
    lang: str = "zh"
    at: str = ""
    beside: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """All that the lasting address of a section says: report, section, the fingerprint of its text,
    the paragraph (from 1), the language."""

    report: str
    section: str
    fingerprint: str = ""
    paragraph: int = 1
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the address of a list of issuers says: a part of their names, a province's code
    (None: any, "": not stated), the page.

    `reason` asks for the pages that are not held for this reason, `sources` for all sources.
    """

    name: str = ""
    region: str | None = None
    offset: int = 0
    reason: str = ""
    sources: bool = False
    lang: str = "zh"


def read_search(arguments: Arguments) -> State:
    """The state of `/search`, `/api/search` and all that share their parameters. Raises
    BadParameter."""
    view = choice(arguments, "view", VIEWS)
    return State(
        request=Request(
            q=_query(arguments),
            filters=read_filters(arguments),
            sort=choice(arguments, "sort", SORTS),
            offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
            limit=number(arguments, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
            whole=view == "reports",
        ),
        view=view,
        order=choice(arguments, "order", ORDERS),
        context=number(arguments, "context", DEFAULT_CONTEXT, *CONTEXTS),
        sample=number(arguments, "sample", 0, 0, MAX_SAMPLE),
        seed=number(arguments, "seed", 0, 0, MAX_SEED),
        unfold=choice(arguments, "unfold", ("", *FACETS)),
        named=(one(arguments, "named") or "")[:MAX_NAMED].strip(),
        beyond=number(arguments, "beyond", 0, 0, MAX_OFFSET),
        per=choice(arguments, "per", PER),
        lang=read_language(arguments),
    )


def read_report(arguments: Arguments) -> Reading:
    """The state of `/r/<id>`. Raises BadParameter."""
    mark = number(arguments, "n", 0, 0, MAX_OFFSET)
    script = choice(arguments, "script", SCRIPTS)
    at, beside = _placed(arguments, "at", PLACE), _placed(arguments, "beside", BESIDE)
    shared = choice(arguments, "shared", ("", "1")) == "1"
    return Reading(_query(arguments), mark or None, script, read_language(arguments), at, beside, shared)


def read_lasting(arguments: Arguments, report: str, section: str) -> Lasting:
    """The state of `/r/<id>/<section>`. Raises BadParameter."""
    fingerprint, paragraph = (one(arguments, "t") or "")[:MAX_PRINT], number(arguments, "p", 1, 1, MAX_OFFSET)
    return Lasting(report, section, fingerprint, paragraph, read_language(arguments))


def read_cited(arguments: Arguments) -> str:
    """Which section the address of a reference names, "" for the whole report. Raises
    BadParameter."""
    read_language(arguments)
    return (one(arguments, "section") or "").strip()


def read_listing(arguments: Arguments) -> Listing:
    """The state of `/zones` and `/coverage`. Raises BadParameter."""
    region = one(arguments, "region")
    for facet, value in (("region", region), ("name", one(arguments, "name")), ("reason", one(arguments, "reason"))):
        check_value(facet, value or "")
    return Listing(
        name=(one(arguments, "name") or "").strip(),
        region=region,
        offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
        reason=one(arguments, "reason") or "",
        sources=choice(arguments, "sources", ("", "all")) == "all",
        lang=read_language(arguments),
    )


def read_prefix(arguments: Arguments) -> tuple[str, int, Chosen]:
    """What is typed so far, how many suggestions to offer and within which filters, for
    `/api/suggest`. Raises BadParameter."""
    read_language(arguments)
    return _query(arguments), number(arguments, "limit", 10, 1, 50), read_filters(arguments)


def read_language(arguments: Arguments) -> str:
    """The language of the page: Chinese unless `lang=en`. Raises BadParameter."""
    return choice(arguments, "lang", LANGUAGES)


def _placed(arguments: Arguments, name: str, pattern: re.Pattern[str]) -> str:
    value = one(arguments, name) or ""
    if value and not pattern.fullmatch(value):
        raise BadParameter(
            Saying(
                "参数 %(name)s 的值“%(value)s”不是报告里的一处；去掉它，就从报告开头读。", name=name, value=short(value)
            )
        )
    return value


def _query(arguments: Arguments) -> str:
    text = one(arguments, "q") or ""
    if len(text) > MAX_QUERY:
        raise BadParameter(Saying("检索式有 %(n)s 个字，太长了；请缩到 500 个字以内。", n=f"{len(text):,}"))
    return text
