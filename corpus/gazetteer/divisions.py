"""The administrative divisions of China: names to codes and back, full, short and former names.

Codes are the six digits of GB/T 2260: two for the province, two for the city, two for the county.
The four municipalities are provinces and cities at once; as cities they have the code XX0100. A
county that its province runs directly (仙桃市) has no city. The national table is small, so it is
read once and kept as dictionaries.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.gazetteer.short_name import ENDING, short_names, without_peoples

MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
DIRECT = "90"  # third and fourth digit of counties without a city


@dataclass(frozen=True, slots=True)
class Division:
    """A division: its code, full official name and pinyin (syllables of the short name, separated
    by spaces)."""

    code: str
    name: str
    pinyin: str

    @property
    def rank(self) -> int:
        """1 for a province, 2 for a city, 3 for a county."""
        return rank_of(self.code)


def rank_of(code: str) -> int:
    """1 for a province's code, 2 for a city's, 3 for a county's."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def province_code(code: str) -> str:
    """The province a code lies in."""
    return code[:2] + "0000"


def city_code(code: str) -> str | None:
    """The city a code lies in: the municipality itself in the four, None for provinces and counties
    without a city."""
    if code[:2] in MUNICIPALITIES:
        return code[:2] + "0100" if rank_of(code) > 1 else None
    return None if code[2:4] in ("00", DIRECT) else code[:4] + "00"


@lru_cache(maxsize=1)
def divisions() -> dict[str, Division]:
    """Every division by code."""
    with (files(__package__) / "divisions.csv").open(encoding="utf-8") as lines:
        return {row["code"]: Division(row["code"], row["name"], row["pinyin"]) for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def full_names() -> dict[str, tuple[str, ...]]:
    """Codes for each full name, former ones included (鄠邑区 and 户县 → the same code)."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, division in divisions().items():
        if rank_of(code) == 2 and code[:2] in MUNICIPALITIES:
            continue  # 北京市 means the province's code here; city_of gives the city's
        found[division.name].append(code)
    with (files(__package__) / "former.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["code"] not in found[row["then"]]:
                found[row["then"]].append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}


@lru_cache(maxsize=1)
def called() -> dict[str, tuple[str, ...]]:
    """Codes for each short name, provinces and cities before counties (朝阳 → 朝阳市, 朝阳区 …)."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, codes in full_names().items():
        for short in short_names(name):
            found[short].extend(code for code in codes if code not in found[short])
    return {short: tuple(sorted(codes, key=rank_of)) for short, codes in found.items()}


@lru_cache(maxsize=1)
def every_name() -> dict[str, tuple[str, ...]]:
    """Full names, and those of counties that were a 县 and are a 市 or 区 now, or the other way
    round: 静海县 → 静海区.

    Autonomous divisions are also written without their peoples: 湘西自治州.
    """
    renamed: dict[str, list[str]] = defaultdict(list)
    for short, codes in called().items():
        for ending in "县市区":
            renamed[short + ending] += [code for code in codes if rank_of(code) == 3]
    for name, codes in full_names().items():
        kind = re.search(r"自治[州县旗]$", name)
        if kind and len(stem := without_peoples(ENDING.sub("", name))) > 1:
            renamed[stem + kind.group()] += codes
    return {name: tuple(codes) for name, codes in renamed.items() if codes} | full_names()


def codes_named(name: str) -> tuple[str, ...]:
    """Codes of the divisions with this full name, today's or a former one."""
    return every_name().get(name, ())


def division_name(code: str) -> str | None:
    """The full official name for a code of six digits, None for one that is not in use."""
    division = divisions().get(code)
    return division.name if division else None


def place_of(code: str) -> tuple[str | None, str | None, str | None]:
    """(province, city, county) of a code, full names; None where there is none or the code is
    unknown at that rank."""
    city = city_code(code)
    return (
        division_name(province_code(code)),
        division_name(city) if city else None,
        division_name(code) if rank_of(code) == 3 else None,
    )


def division_code(province: str | None, city: str | None, county: str | None = None) -> str | None:
    """The code of the finest division given by full (or short) names; None where they name no place
    we know.

    >>> division_code("广东省", "潮州市")
    '445100'
    >>> division_code("北京市", "北京市")
    '110100'
    """
    held: str | None = None
    for rank, name in ((1, province), (2, city), (3, county)):
        if not name:
            continue
        inside = [code for code in _named_or_called(name) if _holds(held, code)]
        if rank == 2 and held and held[:2] in MUNICIPALITIES and name == division_name(held):
            inside = [held[:2] + "0100"]
        match = next((code for code in inside if rank_of(code) == rank), None)
        if rank == 2 and match is None:
            match = next((code[:2] + "0100" for code in inside if code[:2] in MUNICIPALITIES), None)
        held = match or (None if rank == 3 else held)
    return held


def _named_or_called(name: str) -> tuple[str, ...]:
    return codes_named(name) + called().get(name, ())


def _holds(outer: str | None, code: str) -> bool:
    if outer is None or rank_of(outer) == 1 or outer[:2] in MUNICIPALITIES:
        return outer is None or code[:2] == outer[:2]
    return code[:4] == outer[:4]
