"""Three searches for the front page that find something in this corpus, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from search.engine import Engine
from search.request import Request

WANTED: Final = 3
WORTH: Final = 3  # sections a phrase must have to be a good example; fewer only where nothing better is held
LONGEST_HEADING: Final = 14  # longer ones are sentences, not examples
# What readers of these reports look for; the first is the phrase whose way from zone to zone the
# sample tells.
CANDIDATES: Final = (
    "免扰清单",
    "一网通办",
    "行政复议",
    "第一责任人",
    "放管服",
    "营商环境",
    "双随机、一公开",
    "政府信息公开",
    "规范性文件",
    "依法行政",
    "深化改革",
    "人民",
)

_known: dict[tuple[int, str], tuple[tuple[str, int], ...]] = {}


def living_examples(engine: Engine) -> tuple[tuple[str, int], ...]:
    """Phrases that occur, each with the number of its sections; worked out once a corpus
    version."""
    key = id(engine), engine.version
    if key not in _known:
        _known.clear()
        good: list[tuple[str, int]] = []
        poor: list[tuple[str, int]] = []
        for pair in _found(engine):
            (good if pair[1] >= WORTH else poor).append(pair)
            if len(good) == WANTED:
                break
        _known[key] = tuple((good + poor)[:WANTED])
    return _known[key]


def _found(engine: Engine) -> Iterator[tuple[str, int]]:
    seen = set()
    for phrase in _phrases(engine):
        if phrase in seen:
            continue
        seen.add(phrase)
        sections = engine.search(Request(q=f'"{phrase}"', limit=1)).total.sections
        if sections:
            yield phrase, sections


def _phrases(engine: Engine) -> Iterator[str]:
    """Likely ones first, then whatever headings the corpus has."""
    yield from CANDIDATES
    for hit in engine.search(Request(limit=50)).hits:
        heading = hit.headings[-1] if hit.headings else ""
        words = heading.lstrip("0123456789一二三四五六七八九十百零〇第部分章、.．（）() ")
        if 2 <= len(words) <= LONGEST_HEADING and not set(words) & set('"\\*') and "*" not in words:
            yield words
