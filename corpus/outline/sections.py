"""The outline: canonical paragraphs to sections that tile the body, each with its number, heading,
level and part.

A heading is what opens with a number that goes on the count, up to its end mark; the rest of its
paragraph stays in the section's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from string import ascii_lowercase

from corpus.outline.heading import LONGEST_RUN_IN, heading_of
from corpus.outline.part import KINDS, chapter_part, section_part
from corpus.outline.rows import table_rows
from corpus.outline.unheaded import leaves_topic
from corpus.records import Section
from corpus.text.numbering import ARABIC, BRACKET, CHINESE, PART, RANKS, Number, number_of

# A stretch without any heading is cut at the paragraph end that follows so many characters.
LONGEST_STRETCH = 2000
# A number may skip so many (a heading lost on the way); rejects 12、 after 3.
LONGEST_SKIP = 4
LATEST_LOST = 30  # a number after lost ones is a heading's up to here; rejects amounts (一百二十、)
FIRST_WORDS = 12  # a paragraph longer than its heading by fewer characters is the heading alone
FEWEST_DOTLESS = 2  # members of a row of 1理论武装 2能力建设, before such numbers count at all


@dataclass(slots=True)
class _Draft:
    """A section while its paragraphs gather."""

    id: str
    level: int
    number: str | None = None
    heading: str | None = None
    part: str | None = None
    paragraphs: list[str] = field(default_factory=list)

    def done(self) -> Section:
        return Section(self.id, self.level, self.number, self.heading, "\n".join(self.paragraphs), self.part)


def outline(paragraphs: Sequence[str], kind: str, year: int | None) -> tuple[Section, ...]:
    """The sections of a body. Their texts joined by `\\n` are the paragraphs joined by `\\n`.

    >>> [section.id for section in outline(["引言。", "一、成效", "（一）执法。很好。", "二、不足"], "其他", None)]
    ['0', '1', '1.1', '2']
    """
    counts = KINDS.__contains__(kind)
    builder = _Builder(year, counts)
    numbers = _numbers(paragraphs)
    builder.arabic_on_top = _arabic_on_top(numbers)
    for index, paragraph in enumerate(paragraphs):
        number = numbers[index]
        if number is not None:
            builder.open_heading(number, paragraph)
        elif turned := _turns(paragraphs, numbers, index, builder):
            builder.open_unheaded(turned)
        builder.add(paragraph)
    return tuple(draft.done() for draft in builder.drafts)


class _Builder:
    """Sections so far, and where in the numbering we are."""

    def __init__(self, year: int | None, counts: bool) -> None:
        self.year, self.counts = year, counts
        self.drafts: list[_Draft] = []
        self.above: list[tuple[int, str, str | None]] = []  # rank, id, part of the open sections, outermost first
        self.used: dict[str, int] = {}
        self.passages = 0
        self.chapter: str | None = None  # part of the chapter at hand
        self.arabic_on_top = False

    def open_heading(self, number: Number, paragraph: str) -> None:
        words = heading_of(paragraph, number)
        rank = RANKS[CHINESE] if self.arabic_on_top and number.family == ARABIC else number.rank
        while self.above and self.above[-1][0] >= rank:
            self.above.pop()
        path = f"{self.above[-1][1]}.{number.value}" if self.above else str(number.value)
        part = self._part(words)
        draft = _Draft(self._unique(path), number.level, number.raw, words, part)
        self.above.append((rank, draft.id, part))
        self.drafts.append(draft)

    def _part(self, words: str) -> str | None:
        if not self.counts:
            return None
        if not self.above:
            self.chapter = chapter_part(words, self.year, self.chapter)
            return self.chapter
        return section_part(words, self.above[-1][2], self.year)

    def open_unheaded(self, part: str) -> None:
        self.passages += 1
        name = f"u{self.passages}"
        self.above = [(RANKS[CHINESE], name, part if self.counts else None)]
        self.chapter = part
        self.drafts.append(_Draft(self._unique(name), 1, part=part if self.counts else None))

    def add(self, paragraph: str) -> None:
        if not self.drafts:
            self.drafts.append(_Draft(self._unique("0"), 1))
        draft = self.drafts[-1]
        if draft.number is None and sum(map(len, draft.paragraphs)) > LONGEST_STRETCH:
            base = draft.id.split("-")[0]
            self.drafts.append(draft := _Draft(self._unique(base), draft.level, part=draft.part))
        draft.paragraphs.append(paragraph)

    def _unique(self, path: str) -> str:
        """The path, or with -b, -c … where it was there before."""
        self.used[path] = times = self.used.get(path, 0) + 1
        return path if times == 1 else f"{path}-{_letters(times)}"


def _letters(times: int) -> str:
    """2 → b, 26 → z, 27 → aa."""
    letters = ""
    while times:
        times, rest = divmod(times - 1, len(ascii_lowercase))
        letters = ascii_lowercase[rest] + letters
    return letters


def _numbers(paragraphs: Sequence[str]) -> list[Number | None]:
    """The heading's number of each paragraph, None where it has none or one that fits no count."""
    dotless, loose = _has_row(paragraphs, dotless=True), _has_row(paragraphs, loose=True)
    last: dict[str, int] = {}
    numbers: list[Number | None] = []
    found = [number_of(paragraph, dotless=dotless, loose=loose) for paragraph in paragraphs]
    rows = table_rows(paragraphs, found)
    for at, (paragraph, number) in enumerate(zip(paragraphs, found, strict=True)):
        if number is not None and (at in rows or not _counts_on(number, last, paragraph)):
            number = None
        if number is not None:
            last[number.family] = number.value
            for family, rank in RANKS.items():
                if rank > number.rank and family != ARABIC:
                    last.pop(family, None)
        numbers.append(number)
    return numbers


def _arabic_on_top(numbers: Sequence[Number | None]) -> bool:
    """Does 1. hold （一）, as in documents that have no 一、 at all?"""
    found = [number.family for number in numbers if number]
    return bool(found) and found[0] == ARABIC and BRACKET in found and not {PART, CHINESE} & set(found)


def _counts_on(number: Number, last: dict[str, int], paragraph: str) -> bool:
    """Does the number go on the count, begin it anew, or stand on a line of its own?"""
    before = last.get(number.family)
    if number.value == 1 or (before is None and number.family != ARABIC):
        return True
    if before is not None and 0 < number.value - before <= LONGEST_SKIP:
        return True
    if number.family == ARABIC:
        return (before is None and number.value <= LONGEST_SKIP) or number.value == before
    return number.value <= LATEST_LOST and len(heading_of(paragraph, number)) <= 2 * LONGEST_RUN_IN


def _has_row(paragraphs: Sequence[str], *, dotless: bool = False, loose: bool = False) -> bool:
    """Do paragraphs open with 1理论 2能力 … (`dotless`), or 一 总体情况 … (`loose`), counting
    on?"""
    found = (number_of(p, dotless=dotless, loose=loose) for p in paragraphs if number_of(p) is None)
    values = [number.value for number in found if number]
    return (
        len(values) >= FEWEST_DOTLESS and values[0] == 1 and all(0 <= b - a <= 1 or b == 1 for a, b in pairwise(values))
    )


def _turns(paragraphs: Sequence[str], numbers: Sequence[Number | None], index: int, builder: _Builder) -> str | None:
    """The part an unheaded paragraph turns to, where it leaves the section above it for good."""
    if not builder.above or not builder.drafts[-1].paragraphs:
        return None
    part = leaves_topic(paragraphs[index], builder.year)
    if part is None or part == builder.chapter or builder.above[-1][2] == part:
        return None
    own = builder.drafts[-1]
    if own.heading is not None and len(own.paragraphs) == 1 and len(own.paragraphs[0]) < len(own.heading) + FIRST_WORDS:
        return None  # the first words under a heading are that heading's
    return None if _goes_on(numbers, index) else part


def _goes_on(numbers: Sequence[Number | None], index: int) -> bool:
    """Does the run of headings the paragraph stands in go on behind it?"""
    last = next((numbers[at] for at in range(index - 1, -1, -1) if numbers[at]), None)
    following = next((number for number in numbers[index + 1 :] if number), None)
    if last is None or following is None or following.family in (PART, CHINESE):
        return False
    return (
        following.value != 1
        or (following.family == ARABIC and last.family in (BRACKET, CHINESE))
        or last.family == CHINESE
    )
