"""Every address the site writes. Each holds its whole state, so equal pages have equal ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from urllib.parse import quote, quote_plus

from search.request import DEFAULT_LIMIT, FACETS, SORTS, Request
from web.address.parameters import DEFAULT_CONTEXT, ORDERS, PER, VIEWS, Lasting, Listing, Reading, State
from web.address.spelled import Address

SEARCH = "/search"
API_SEARCH = "/api/search"


def search(state: State, path: str = SEARCH) -> Address:
    """The address of a search."""
    return _address(path, pairs(state))


def search_for(text: str, lang: str = "zh") -> str:
    """The address of a search for a text, and nothing else."""
    return search(State(Request(q=text), lang=lang))


def pairs(state: State) -> list[tuple[str, str]]:
    """The parameters of a search in their fixed order, defaults left out."""
    request = state.request
    found = [("q", request.q)] if request.q else []
    found += [(facet, value) for facet in FACETS for value in request.filters.get(facet, ())]
    found += _unless("sort", request.sort, SORTS[0])
    found += _unless("offset", str(request.offset), "0")
    found += _unless("limit", str(request.limit), str(DEFAULT_LIMIT))
    found += _unless("view", state.view, VIEWS[0])
    found += _unless("order", state.order, ORDERS[0])
    found += _unless("context", str(state.context), str(DEFAULT_CONTEXT))
    found += _unless("sample", str(state.sample), "0")
    found += _unless("seed", str(state.seed), "0")
    found += _unless("unfold", state.unfold, "")
    found += _unless("named", state.named, "")
    found += _unless("beyond", str(state.beyond), "0")
    found += _unless("per", state.per, PER[0])
    return found + _unless("lang", state.lang, "zh")


def kept(state: State) -> list[tuple[str, str]]:
    """What the search form carries along when another text is searched: all but the text and the
    page turned to."""
    return [(name, value) for name, value in pairs(state) if name not in ("q", "offset")]


def with_request(state: State, **changes: object) -> State:
    """An address with parts of its search changed, at its first page unless `offset` says
    otherwise."""
    changed: Request = replace(state.request, **{"offset": 0, **changes})  # type: ignore[arg-type]
    return replace(state, request=changed)


def with_choice(state: State, facet: str, values: tuple[str, ...]) -> State:
    """A search with other values chosen in one facet."""
    filters = {name: chosen for name, chosen in {**state.request.filters, facet: values}.items() if chosen}
    return with_request(state, filters=filters)


def choosing(state: State, facet: str, path: str = SEARCH) -> Callable[[tuple[str, ...]], str]:
    """For values to choose in one facet, the address of the same search with them: what else it
    says is put together once.

    An answer has about two hundred of them; put together one by one they took twice as long as the
    search itself (2026-11-21).
    """
    bare = with_choice(state, facet, ())
    found, earlier = pairs(bare), FACETS[: FACETS.index(facet)]
    at = bool(bare.request.q) + sum(len(bare.request.filters.get(name, ())) for name in earlier)
    before, behind, name = _parts(found[:at]), _parts(found[at:]), _quoted(facet)

    def address(values: tuple[str, ...]) -> str:
        parts = [*before, *[f"{name}={_quoted(value)}" for value in values], *behind]
        return Address(f"{path}?{'&'.join(parts)}" if parts else path)

    return address


def without_filters(state: State) -> State:
    """A search without its filters."""
    return with_request(state, filters={})


def report(identity: str, reading: Reading | None = None, anchor: str | None = None) -> str:
    """The page of a report, at an anchor if one is given."""
    reading = reading or Reading()
    return _read(identity, reading, reading.at, anchor)


def _read(identity: str, reading: Reading, at: str, anchor: str | None) -> str:
    found = [("q", reading.q)] if reading.q else []
    found += _unless("n", str(reading.mark or 0), "0")
    found += _unless("at", at, "") + _unless("beside", reading.beside, "")
    found += _unless("script", reading.script, "original")
    found += _unless("shared", "1" if reading.shared else "", "")
    found += _unless("lang", reading.lang, "zh")
    return _address(f"/r/{_named(identity)}", found, f"#{_named(anchor)}" if anchor else "")


def hit(
    identity: str, section: str, reading: Reading, paragraph: int | None = None, character: int | None = None
) -> str:
    """The page of a report at the first mark of a section, or from one of its paragraphs or
    characters on.

    >>> hit("aaaaaaaaaaa1", "2.3", Reading("审计"), 4)
    '/r/aaaaaaaaaaa1?q=%E5%AE%A1%E8%AE%A1&at=2.3~p4#s2.3p4'
    """
    inside = f"~p{paragraph}" if paragraph else ""
    at = section + (inside if character is None else f"~c{character}")
    return _read(identity, reading, at, section_anchor(section, paragraph))


def permalink(identity: str, section: str, fingerprint: str = "", paragraph: int = 1) -> str:
    """The lasting address of a section, or of one of its paragraphs (counted from 1). By the
    fingerprint of the section's text it is known again; what is copied behind that does no harm.

    >>> permalink("aaaaaaaaaaa1", "2.3", "sol2syhsr5nfqz4c", 4)
    '/r/aaaaaaaaaaa1/2.3?p=4&t=sol2syhsr5nfqz4c'
    """
    found = [*_unless("p", str(paragraph), "1"), *_unless("t", fingerprint, "")]
    return _address(f"/r/{_named(identity)}/{_named(section)}", found)


def reference(identity: str, ending: str, section: str = "") -> str:
    """The reference to a report, or to a section of it, as a file for programs that manage them.

    >>> reference("aaaaaaaaaaa1", "ris", "2.3")
    '/r/aaaaaaaaaaa1.ris?section=2.3'
    """
    return _address(f"/r/{_named(identity)}.{ending}", _unless("section", section, ""))


def arrival(asked: Lasting, anchor: str) -> str:
    """The page of a report where a lasting address leads to now; it lets the page say how that is
    not what was asked for."""
    found = [("from", asked.section), *_unless("p", str(asked.paragraph), "1")]
    found += [*_unless("t", asked.fingerprint, ""), *_unless("lang", asked.lang, "zh")]
    return _address(f"/r/{_named(asked.report)}", found, f"#{_named(anchor)}")


def section_anchor(section: str, paragraph: int | None = None) -> str:
    """The anchor of a section, or of one of its paragraphs (counted from 1).

    >>> section_anchor("2.3", 4)
    's2.3p4'
    """
    return f"s{section}p{paragraph}" if paragraph else f"s{section}"


def zone(name: str, lang: str = "zh", offset: int = 0) -> str:
    """The page of a zone, from one of its reports on."""
    found = _unless("offset", str(offset), "0") + _unless("lang", lang, "zh")
    return _address(f"/zones/{_named(name)}", found)


def listing(asked: Listing, path: str) -> str:
    """A page of a list of issuers."""
    found = _unless("name", asked.name, "")
    found += [("region", asked.region)] if asked.region is not None else []
    found += _unless("reason", asked.reason, "") + _unless("sources", "all" if asked.sources else "", "")
    return _address(path, found + _unless("offset", str(asked.offset), "0") + _unless("lang", asked.lang, "zh"))


def page(path: str, lang: str = "zh") -> str:
    """A page of the site without a state but its language."""
    return _address(path, _unless("lang", lang, "zh"))


def page_with(path: str, found: list[tuple[str, str]]) -> str:
    """Any page with any parameters."""
    return _address(quote(path), found)


def _unless(name: str, value: str, default: str) -> list[tuple[str, str]]:
    return [] if value == default else [(name, value)]


def _address(path: str, found: list[tuple[str, str]], anchor: str = "") -> Address:
    return Address(f"{path}?{'&'.join(_parts(found))}{anchor}" if found else path + anchor)


def _parts(found: list[tuple[str, str]]) -> list[str]:
    return [f"{_quoted(name)}={_quoted(value)}" for name, value in found]


_named = lru_cache(maxsize=1024)(partial(quote, safe=""))


@lru_cache(maxsize=1024)
def _quoted(value: str) -> str:
    """As `urlencode` does it; the addresses of a page repeat few values hundreds of times."""
    return quote_plus(value)
