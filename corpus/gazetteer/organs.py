"""Organs: how their names end, what departments are called in short and in full, which are the
nation's.

The tables lie beside this file: `organs.csv` (endings, what each is, and where a name may be told
by it), `departments.csv` (short → full) and `national_organs.csv`.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files

NATIONAL_REST = 12  # characters between 国家市场监督 and its 局 or 署


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder, by the names in its first line."""
    with (files(__package__) / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@lru_cache(maxsize=1)
def endings() -> tuple[tuple[str, str], ...]:
    """(ending, tag): 人民政府 is a government's, 党工委 a committee's, 局 a department's …"""
    return tuple((row["ending"], row["tag"]) for row in table("organs.csv"))


@lru_cache(maxsize=16)
def ending(use: str) -> str:
    """A pattern of the endings by which a name is told: as `named` anywhere, as one that `acts` in
    a sentence, that `signs`, or `titled` on a line of its own."""
    return _any(row["ending"] for row in table("organs.csv") if row[use])


@lru_cache(maxsize=16)
def ending_of(*tags: str) -> str:
    """A pattern of the endings that are one of these."""
    return _any(word for word, tag in endings() if tag in tags)


def _any(words: object) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"  # type: ignore[call-overload]


@lru_cache(maxsize=1)
def departments() -> dict[str, str]:
    """What people shorten in a department's name; whole names only: 发改委 → 发展和改革委员会."""
    return {row["short"]: row["full"] for row in table("departments.csv")}


@lru_cache(maxsize=1)
def bureaus() -> dict[str, str]:
    """What the first label of a bureau's host stands for: sfj → 司法局."""
    return {row["label"]: row["name"] for row in table("bureaus.csv")}


@lru_cache(maxsize=1)
def national_organ() -> re.Pattern[str]:
    """What an organ of the state is called, its 中华人民共和国 included or not."""
    forms = []
    for row in table("national_organs.csv"):
        rest = ".*" if row["ends"] == "*" else rf".{{0,{NATIONAL_REST}}}{_any(row['ends'].split())}"
        forms.append(row["begins"] + (rest if row["ends"] else ""))
    return re.compile(rf"^(?:中华人民共和国)?(?:{'|'.join(forms)})$")
