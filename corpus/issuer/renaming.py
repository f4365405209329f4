"""Renames a page tells itself: 某某先进制造业开发区（原某某产业集聚区）,
原某某产业集聚区更名为某某开发区.

The gazetteer knows well-known renames; a county's zone changes its name more often than any table
does. Its site tells it, in the foot or in a sentence, and an old report on that site then belongs
to the zone of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.gazetteer.zones import ZONE_WORD
from corpus.name.composed import clean_name
from corpus.name.printed import flat

NAME = r"[\u4e00-\u9fff·-]{4,30}?"
NOTED = re.compile(rf"({NAME})\((?:原名?|曾用名|前身为?)[:：]?({NAME})\)")
TOLD = re.compile(
    rf"(?:原|将)({NAME})(?:整合|调整|统一|正式|升级)*(?:更名|改名|变更|更改)为({NAME})(?=[\s，,。；;(（“”])"
)
ZONE = re.compile(rf"(?:{ZONE_WORD})$")


def renamed_here(lines: Iterable[str]) -> dict[str, str]:
    """A zone's former name → the one it has now, both without their organs; only zones, for
    departments keep their pasts apart."""
    found: dict[str, str] = {}
    for line in lines:
        if "原" not in line and "名" not in line:
            continue
        plain = flat(line)
        pairs = [(now, then) for now, then in NOTED.findall(plain)] + [(now, then) for then, now in TOLD.findall(plain)]
        for now, then in pairs:
            today, before = clean_name(now), clean_name(then)
            if ZONE.search(today) and ZONE.search(before) and today != before:
                found.setdefault(before, today)
    return found
