"""How far a crawl goes, and how gently."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.store.pages import LARGEST_PAGE


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one crawl.

    `depth`: links followed from a source that names no depth itself; `pages`: requests to one host
    in one crawl; `delay`: least seconds between two requests to one host, more where the host is
    slow or its robots.txt says so; `timeout`: seconds for one page; `largest`: bytes of one page;
    `hosts`: hosts allowed besides those of the sources; `contact`: an address for the site's owner,
    who reads it in the log; `any_certificate`: take pages also from sites whose TLS certificate
    cannot be verified; `alike`: addresses of one shape that promise nothing; `everything`: follow
    also links whose words name something else; `fresh`: ask for everything anew, whatever is known;
    `patience`: longest Retry-After in seconds that is waited for.
    """

    depth: int = 3
    pages: int = 200
    delay: float = 1.0
    timeout: float = 30.0
    largest: int = LARGEST_PAGE
    retries: int = 2
    hosts: tuple[str, ...] = ()
    contact: str = ""
    allow_loopback: bool = False
    any_certificate: bool = False
    alike: int = 40
    everything: bool = False
    fresh: bool = False
    patience: float = 300.0
