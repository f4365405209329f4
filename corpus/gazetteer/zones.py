"""Development zones: the national lists, their full and short forms, and one identity through
renames and mergers.

A zone is written in many ways (珠海高新区, 高新区, 珠海国家高新技术产业开发区): `zone_key` brings
the words for its kind to one short form, so that forms can be compared; the national lists say
which full name stands behind a key in a city.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.gazetteer.divisions import city_code
from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.organs import table

_KINDS = sorted(table("zone_kinds.csv"), key=lambda row: len(row["form"]), reverse=True)
# The words for a kind of zone and the short form people use; longer ones first.
KIND_FORMS = tuple((row["form"], row["short"]) for row in _KINDS if row["short"])
KINDS = tuple(row["form"] for row in _KINDS)
# Any of them; 开发区域 is no zone.
ZONE_WORD = f"(?:{'|'.join(KINDS)})(?!域)"
BARE = frozenset({"台创园", "高新区", "经开区", "开发区", "经济开发区", "高新技术产业园"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A national zone: full name, kind (国家级经济技术开发区 …) and the code of the finest division
    it is named for."""

    name: str
    kind: str
    code: str


@lru_cache(maxsize=1)
def zones() -> dict[str, Zone]:
    """The national zones by full name."""
    with (files(__package__) / "zones.csv").open(encoding="utf-8") as lines:
        return {row["name"]: Zone(row["name"], row["kind"], row["code"]) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def other_names() -> dict[str, str]:
    """Names no rule derives → today's name: former ones (renames, mergers) and by-names (光谷)."""
    with (files(__package__) / "zone_names.csv").open(encoding="utf-8") as lines:
        return {row["other"]: row["zone"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def known_zones() -> dict[str, str]:
    """Well-known zones that no national list has, with the code of the place each belongs to."""
    with (files(__package__) / "known_zones.csv").open(encoding="utf-8") as lines:
        return {row["name"]: row["code"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """What national and well-known zones are called, in full, in short and without their places; bare
    kinds left out."""
    names = [*zones(), *known_zones(), *other_names()]
    forms = {form for name in names for form in (name, abbreviated(name), without_place(name), zone_key(name))}
    return frozenset(forms - BARE - set(KINDS))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    rows = known_zones().items()
    forms = ((form, code) for name, code in rows for form in (abbreviated(name), zone_key(name)))
    return {form: code for form, code in forms if form not in BARE and not re.fullmatch(ZONE_WORD, form)}


def known_zone(name: str) -> str | None:
    """The place's code of a known zone whose name does not tell it: 郑东新区 → 郑州市's."""
    own = abbreviated(name)
    # 秦皇岛北戴河新区: the city may stand in front
    inner = (own[at:] for at in range(2, len(own) - 3) if own[at:] in _known() and leading_places(own[:at] + "市")[0])
    return _known().get(own) or _known().get(zone_key(name)) or _known().get(next(inner, ""))


def abbreviated(name: str) -> str:
    """The name with the word for its kind in short form: 珠海高新技术产业开发区 → 珠海高新区."""
    for full, short in KIND_FORMS:
        name = name.replace(full, short)
    return re.sub(r"国家级?(?=高新|经开|经济|综保|新区|临空)", "", name)


def without_place(name: str) -> str:
    """A zone's name without the divisions in front: 江苏省句容经济开发区 → 经济开发区."""
    _, rest = leading_places(name)
    return rest or name


def zone_key(name: str) -> str:
    """What two forms of a zone's name share in its city: 厦门火炬高技术产业开发区 → 火炬高新区."""
    return without_place(abbreviated(name))


@lru_cache(maxsize=1)
def _by_key() -> dict[tuple[str, str], tuple[Zone, ...]]:
    """National zones by (key, code) for the codes of the county and of the city they lie in."""
    found: dict[tuple[str, str], list[Zone]] = defaultdict(list)
    for zone in zones().values():
        key = zone_key(zone.name)
        for code in {zone.code, city_code(zone.code) or zone.code}:
            found[key, code].append(zone)
    return {place: tuple(held) for place, held in found.items()}


@lru_cache(maxsize=1)
def _by_form() -> dict[str, Zone]:
    """National zones by their own name in short form, place included: 莱芜高新区."""
    return {abbreviated(zone.name): zone for zone in zones().values()}


@lru_cache(maxsize=1)
def _by_nation() -> dict[str, tuple[Zone, ...]]:
    """National zones by key alone: 松山湖高新区 needs no city."""
    found: dict[str, list[Zone]] = defaultdict(list)
    for zone in zones().values():
        found[zone_key(zone.name)].append(zone)
    return {key: tuple(held) for key, held in found.items()}


def bearing(name: str) -> Zone | None:
    """The one national zone that is called so without its place: 滨海高新区 is Tianjin's, though 滨海 is
    a county elsewhere, too."""
    held = _by_nation().get(abbreviated(name), ())
    return held[0] if len(held) == 1 and abbreviated(name) not in BARE else None


@lru_cache(maxsize=1)
def _by_kind() -> dict[tuple[str, str], tuple[Zone, ...]]:
    """National zones by (bare kind, code): what 高新区 alone can mean in a place."""
    found: dict[tuple[str, str], list[Zone]] = defaultdict(list)
    for zone in zones().values():
        for bare in ("高新区", "经开区"):
            if abbreviated(zone.name).endswith(bare):
                found[bare, zone.code].append(zone)
    return {place: tuple(held) for place, held in found.items()}


def national_zone(name: str, code: str | None) -> Zone | None:
    """The national zone that a name means in the place with this code (city or county), or None.

    A bare kind (高新区) counts where the place has just one of it; 开发区 alone then means its
    经济技术开发区.
    """
    if name in other_names():
        return zones().get(other_names()[name])
    if abbreviated(name) in _by_form():
        return _by_form()[abbreviated(name)]
    key = zone_key(name)
    if key not in BARE and len(_by_nation().get(key, ())) == 1 and not leading_places(name)[0]:
        return _by_nation()[key][0]
    if code is None:
        return None
    exact = _by_key().get((key, code), ()) or _by_key().get((abbreviated(name), code), ())
    if key in BARE:
        exact = tuple(zone for zone in exact if zone.code == code)
    if len(exact) == 1:
        return exact[0]
    bare = _by_kind().get(("经开区" if key == "开发区" else key, code), ())
    return bare[0] if len(bare) == 1 else None
