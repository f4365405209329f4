"""Addresses that an enemy asks for: every route, values that are many, long, deep, frequent or
junk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final
from urllib.parse import quote

FREQUENT: Final = "的人第条法行十和定民应当规以政理管有者会关市用或设一地二业部门建工三国其不公保本事务处作区机员主责施生在对等制上府安"
FACETS: Final = ("year", "region", "zone", "level", "part", "kind")
ROUTES: Final = (
    "/search", "/api/search", "/api/kwic", "/search.json", "/search.csv", "/search.atom", "/api/suggest", "/zones",
    "/phrase", "/api/matrix", "/api/spread", "/api/absent", "/matrix.csv", "/spread.csv", "/absent.csv",
    "/coverage", "/", "/help", "/healthz", "/openapi.json", "/nothing",
    "/sentences", "/api/sentences", "/sentences.csv", "/draft", "/advanced", "/mine", "/theme", "/zones.csv",
    "/coverage.csv", "/robots.txt", "/sitemap.xml", "/search.xlsx", "/zones.xlsx", "/matrix.xlsx", "/absent.xlsx",
)  # fmt: skip
OF_A_REPORT: Final = (
    "/r/{}", "/r/{}/1.1", "/r/{}/receipt", "/r/{}/changes", "/r/{}/shared", "/r/{}/1.1/alike", "/r/{}.ris",
    "/r/{}/shared.csv", "/api/reports/{}", "/api/reports/{}/diff", "/api/reports/{}/1.1/alike", "/r/x/changes?with={}",
    "/zones/{}", "/static/{}",
)  # fmt: skip
TOLD: Final = ("/phrase", "/api/matrix", "/api/spread", "/api/absent", "/matrix.csv", "/spread.csv", "/absent.csv")
JUNK: Final = (
    "%00",
    "%ff%fe",
    "%",
    "%u4e00",
    "..%2f..%2f",
    "%0d%0aX: y",
    "%ed%a0%80",
    "𠮷",
    "\u202e",
    "<script>",
    "'\"`",
    "{{7*7}}",
    "&&==",
)
LONGEST: Final = 32_000


def ordinary() -> Iterator[str]:
    """What is asked first, so that files are mapped: the texts, and all that a page needs."""
    yield from ("/", "/zones", "/coverage", "/help", "/search?q=法", "/api/suggest?q=法")
    for character in FREQUENT:
        yield f"/api/kwic?q={quote(character)}&order=year"
        yield f"/search?q={quote(character)}"


def addresses(chance: Random, tries: int) -> Iterator[str]:
    """So many hostile addresses."""
    for _ in range(tries):
        yield chance.choice(KINDS)(chance)[:LONGEST]


def _searched(chance: Random, q: str) -> str:
    route = chance.choice((*ROUTES[:7], *TOLD))
    given = {
        "view": chance.choice(("list", "kwic", "reports")),
        "order": chance.choice(("left", "right", "zone", "year")),
        "sort": chance.choice(("relevance", "newest", "oldest", "zone")),
        "limit": str(chance.choice((1, 20, 200))) if route != "/api/suggest" else "50",
        "offset": str(chance.choice((0, 1, 199, 5_000, 400_000, 9_999_999))),
        "unfold": chance.choice(("", *FACETS)),
        "context": chance.choice(("10", "60")),
    }
    # A whole export is long by its nature: only a sample of its lines is asked for here.
    given["sample"] = "10000" if route in ("/search.json", "/search.csv") else chance.choice(("0", "1", "10000"))
    if route in ("/search.json", "/search.csv"):
        given["view"] = "kwic"
    if route in TOLD:  # other orders, and their own bounds
        given = {"limit": given["limit"], "offset": given["offset"], "rows": chance.choice(("zone", "part", "none"))}
        return f"{route}?q={quote(q)}&" + "&".join(f"{name}={value}" for name, value in given.items())
    if route == "/search.atom":
        q = f"{q} zone:甲乙丙"
    kept = [name for name in given if chance.random() < 0.6 or name in ("sample", "view")]
    return f"{route}?q={quote(q)}&" + "&".join(f"{name}={given[name]}" for name in kept)


def _operand(chance: Random) -> str:
    one, other, third = chance.sample(FREQUENT, 3)
    return chance.choice(
        (
            one,
            one,
            one,
            f'"{one}{other}"',
            f'"{one}*{other}"',
            f'"{one}*{other}*{third}"',
            f"({one} ~50 {other})",
            f"-{one}",
        )
    )


def _operands(chance: Random) -> str:
    joint = chance.choice((" OR ", " ", " AND ", " OR NOT "))
    return _searched(chance, joint.join(_operand(chance) for _ in range(chance.randint(1, 34))))


def _plain(chance: Random) -> str:
    joint = chance.choice((" OR ", " "))
    return _searched(chance, joint.join(chance.sample(FREQUENT, chance.randint(1, 32))))


def _deep(chance: Random) -> str:
    depth = chance.randint(1, 250)
    return _searched(chance, "(" * depth + chance.choice(FREQUENT) + ")" * chance.choice((depth, depth - 1)))


def _run(chance: Random) -> str:
    return _searched(chance, "".join(chance.choices(FREQUENT, k=chance.randint(1, 600))))


def _values(chance: Random) -> str:
    facet, many = chance.choice(FACETS), chance.choice((2, 50, 100, 101, 500, 2_500))
    width = chance.choice((1, 6, 60))
    values = [f"{n:0{width}}" if facet != "year" else f"{1000 + n % 9000}" for n in range(many)]
    return f"{chance.choice(ROUTES)}?q=法&unfold={facet}&" + "&".join(f"{facet}={value}" for value in values)


def _long(chance: Random) -> str:
    name = chance.choice(("q", *FACETS, "name", "reason", "from", "lang", "n", "x"))
    return f"{chance.choice(ROUTES)}?{name}={chance.choice(('a', '字', '%00', '(')) * chance.choice((10, 250, 2_000, 30_000))}"


def _junk(chance: Random) -> str:
    parts = "".join(chance.choices(JUNK, k=chance.randint(1, 30)))
    return chance.choice(
        (
            f"{chance.choice(ROUTES)}?q={parts}",
            f"/theme?to={parts}",
            f"/advanced?near={parts}",
            f"/{parts}",
            f"/search?{parts}",
            f"/r/{parts}",
            f"/zones/{parts}",
        )
    )


def _identity(chance: Random) -> str:
    identity = chance.choice(("x", "字", "%00", "../", "9")) * chance.choice((1, 12, 300, 3_000))
    return chance.choice(OF_A_REPORT).format(identity)


KINDS: Final[tuple[Callable[[Random], str], ...]] = (_operands, _plain, _deep, _run, _values, _long, _junk, _identity)
