"""The assembly before which a report was delivered, which says whose it is:
——2024年1月10日在某县第十届人民代表大会第三次会议上."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.gazetteer.leading import TOWN, leading_places
from corpus.name.printed import flat
from corpus.text.numerals import COUNTING

NUMBER = rf"[{COUNTING}百零〇\d]{{1,5}}"
SESSION = re.compile(
    rf"([^,，。;；:：《》]{{2,60}}?)(?:第?{NUMBER}届)?(?:人民代表大会|人大)(?:常务委员会|常委会)?(?:第?{NUMBER}[次届]|会议)"
)
DAY = re.compile(rf"^.*[\d{COUNTING}](?:日|月(?!.*\d日))(?:上午|下午)?")
BEFORE = re.compile(r"^[\s—\-–(（在于]+")
LONGEST = 90  # characters of a line that only says where a report was delivered
SESSION_END = re.compile(r"会议上?[)）]?$|会议上")


def assemblies(lines: Iterable[str]) -> list[str]:
    """The places whose assemblies such lines name, as they print them."""
    found = []
    for line in lines:
        if len(line) > LONGEST or "会议" not in line:
            continue
        match = SESSION.search(flat(line))
        place = _place(match.group(1)) if match and SESSION_END.search(flat(line)) else ""
        if place:
            found.append(place)
    return list(dict.fromkeys(found))


def _place(before: str) -> str:
    """The place at the end of 2024年1月10日在某县; "" where there stands none (全国)."""
    text = BEFORE.sub("", DAY.sub("", before))
    for start in range(len(text) - 1):
        codes, rest = leading_places(text[start:])
        if codes and (not rest or TOWN.match(rest)):
            return text[start:]
    return text if TOWN.match(text) else ""
