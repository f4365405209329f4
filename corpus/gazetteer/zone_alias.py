"""Names a person may type for an issuer, besides its own."""

from __future__ import annotations

import re

from corpus.gazetteer.divisions import codes_named
from corpus.gazetteer.short_name import short_names
from corpus.gazetteer.zones import ZONE_WORD, abbreviated, other_names, without_place


def zone_aliases(zone: str, city: str | None) -> tuple[str, ...]:
    """Names a person may type for an issuer: short ones, with and without place, former ones.

    >>> zone_aliases("厦门火炬高技术产业开发区", "厦门市")[:3]
    ('厦门火炬高新区', '火炬高技术产业开发区', '火炬高新区')
    """
    found: list[str] = []
    for part in dict.fromkeys([zone, *re.split(r"[、·()（）]", zone)]):
        if not part:
            continue
        forms = [part, abbreviated(part)]
        bare = [without_place(form) for form in forms]
        near = short_names(city)[0] if city and short_names(city) else ""
        placed = [near + form for form in bare if near and re.search(ZONE_WORD, form)]
        found += [*forms, *bare, *placed, *_districts(part), *_bare_kind(part)]
    found += [other for other, today in other_names().items() if today == zone]
    return tuple(dict.fromkeys(name for name in found if name and name != zone and len(name) > 1))


def _bare_kind(name: str) -> tuple[str, ...]:
    """高新区 for a zone with a name of its own, as its city calls it."""
    short = abbreviated(name)
    return tuple(kind for kind in ("高新区", "经开区") if short.endswith(kind))


def _districts(name: str) -> tuple[str, ...]:
    """A division's own names: 汕尾市城区 → 城区; 恩施土家族苗族自治州 → 恩施, 恩施州."""
    for start in range(len(name) - 1):
        if codes_named(name[start:]) and (start == 0 or codes_named(name[:start])):
            return (name[start:], *short_names(name[start:]))
    return ()
