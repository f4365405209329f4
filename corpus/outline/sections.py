"""The outline: canonical paragraphs to sections that tile the body, each with its number, heading,
level and part.

A heading is what opens with a number that goes on the count, up to its end mark; the rest of its
paragraph stays in the section's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from corpus.outline.annex import annexes
from corpus.outline.counting import arabic_on_top, counted_numbers
from corpus.outline.heading import CLOSING, heading_of
from corpus.outline.part import ELSE, KINDS, chapter_part, section_part
from corpus.outline.unheaded import leaves_topic
from corpus.outline.unnumbered import unnumbered
from corpus.records import Section
from corpus.text.numbering import ARABIC, BRACKET, CHINESE, PART, RANKS, Number

# A stretch without any heading is cut at the paragraph end that follows so many characters.
LONGEST_STRETCH = 2000
FIRST_WORDS = 12  # a paragraph longer than its heading by fewer characters is the heading alone


@dataclass(slots=True)
class _Draft:
    """A section while its paragraphs gather."""

    id: str
    level: int
    number: str | None = None
    heading: str | None = None
    part: str | None = None
    annex: bool = False
    paragraphs: list[str] = field(default_factory=list)

    @property
    def may_be_cut(self) -> bool:
        """A stretch without a heading, or an annex, may be of any length."""
        return self.heading is None or self.annex

    def done(self) -> Section:
        return Section(self.id, self.level, self.number, self.heading, "\n".join(self.paragraphs), self.part)


def outline(paragraphs: Sequence[str], kind: str, year: int | None) -> tuple[Section, ...]:
    """The sections of a body. Their texts joined by `\\n` are the paragraphs joined by `\\n`.

    >>> [section.id for section in outline(["引言。", "一、成效", "（一）执法。很好。", "二、不足"], "其他", None)]
    ['0', '1', '1.1', '2']
    """
    counts = KINDS.__contains__(kind)
    builder = _Builder(year, counts)
    numbers = counted_numbers(paragraphs)
    behind = annexes(paragraphs, numbers)
    end = min(behind, default=len(paragraphs))
    numbers[end:] = [None] * (len(paragraphs) - end)
    builder.arabic_on_top = arabic_on_top(numbers)
    named = unnumbered(paragraphs, numbers, end)
    for index, paragraph in enumerate(paragraphs):
        number = numbers[index]
        if number is not None:
            builder.open_heading(number, paragraph)
        elif index in behind:
            builder.open_annex(paragraph)
        elif index in named:
            builder.open_unnumbered(paragraph)
        elif index > end:
            pass
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
        self.above = [*self._unnumbered_above(), (RANKS[CHINESE], name, part if self.counts else None)]
        self.chapter = part
        self.drafts.append(_Draft(self._unique(name), 1, part=part if self.counts else None))

    def _unnumbered_above(self) -> list[tuple[int, str, str | None]]:
        """The heading without a number that holds all there is here; the chapters behind a passage are
        still its own."""
        return [held for held in self.above[:1] if held[1].startswith("u") and held[0] == RANKS[PART]]

    def open_unnumbered(self, paragraph: str) -> None:
        words = paragraph.strip().rstrip(CLOSING)
        self.above = []
        part = self._part(words)
        self._open_passage(words, part, RANKS[PART])

    def open_annex(self, paragraph: str) -> None:
        """An annex is of the part 其他, whatever the kind of report."""
        self._open_passage(paragraph.strip().rstrip(CLOSING), ELSE, RANKS[PART])
        self.drafts[-1].annex = True

    def _open_passage(self, words: str, part: str | None, rank: int) -> None:
        self.passages += 1
        name = self._unique(f"u{self.passages}")
        self.above = [(rank, name, part)]
        self.drafts.append(_Draft(name, 1, None, words, part))

    def add(self, paragraph: str) -> None:
        if not self.drafts:
            self.drafts.append(_Draft(self._unique("0"), 1))
        draft = self.drafts[-1]
        if draft.may_be_cut and sum(map(len, draft.paragraphs)) > LONGEST_STRETCH:
            base = draft.id.split("-")[0]
            self.drafts.append(draft := _Draft(self._unique(base), draft.level, part=draft.part, annex=draft.annex))
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
