"""What every peer is asked: phrases that are frequent, rare or absent, words, and both within a
year or a zone.

Most phrases are random substrings: a dictionary knows nothing of them, and they are what people
paste. Drawn by a seeded generator from the material, so a run can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.cutting import han_words
from benchmarks.material import UNSTATED, Plant, Row
from benchmarks.scan import Scan

RANDOM, ABSENT, WORDS, FILTERED = 48, 6, 40, 40
SHORTEST, LONGEST = 2, 20
# Phrases that people search for; those that the material does not hold are asked all the same.
FREQUENT = ("应当", "人民政府", "国务院", "行政复议", "中华人民共和国", "县级以上人民政府")
# How many sections hold a planted phrase, four phrases each.
PLANTED = (1, 10, 100, 1000)
PLANTS_EACH = 4
PLANT_LENGTH = 6
PLANT_CHARACTERS = "松竹梅兰菊荷桂柳杏桃梨枫榆桐桑麻麦粟雀雁鹤鸥燕莺鹿兔羊马牛溪湖江河泉潭渡桥亭台楼阁"
# In material of few sections a plant stands in at most one of so many.
PLANT_SHARE = 8
KINDS = ("phrase", "words", "filter", "planted")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. `phrase` is a single string, `words` are to stand in one section in any
    order; one of both is empty.

    `zone` and `year` narrow where they are not "". `origin` says how it was drawn.
    """

    kind: str
    origin: str
    phrase: str = ""
    words: tuple[str, ...] = ()
    zone: str = ""
    year: str = ""

    @property
    def strings(self) -> tuple[str, ...]:
        """What has to stand in a section."""
        return self.words or (self.phrase,)


def plants(sections: int, seed: int = 11) -> tuple[Plant, ...]:
    """Phrases nobody wrote, and how many of `sections` sections shall hold each."""
    random = Random(seed)
    counts = [min(count, max(1, sections // PLANT_SHARE)) for count in PLANTED for _ in range(PLANTS_EACH)]
    return tuple(Plant("".join(random.choices(PLANT_CHARACTERS, k=PLANT_LENGTH)), count) for count in counts)


def questions(rows: Sequence[Row], scan: Scan, planted: Sequence[Plant], seed: int = 13) -> tuple[Question, ...]:
    """The questions for the material of `rows`; `scan` is the scan of the same rows."""
    random = Random(seed)
    drawn = [Question("phrase", "random", phrase=substring(rows, random)) for _ in range(RANDOM)]
    frequent = [Question("phrase", "frequent", phrase=phrase) for phrase in FREQUENT]
    absent = [Question("phrase", "absent", phrase=phrase) for phrase in _absent(rows, scan, random)]
    words = [Question("words", "one section", words=_words(rows, random, 2 + n % 2)) for n in range(WORDS)]
    narrowed = [_narrowed(n, [*frequent, *drawn, *words], rows, random) for n in range(FILTERED)]
    fixed = [Question("planted", f"in {plant.sections} sections", phrase=plant.phrase) for plant in planted]
    return (*drawn, *frequent, *absent, *words, *narrowed, *fixed)


def substring(rows: Sequence[Row], random: Random) -> str:
    """A random stretch of 2–20 characters inside one paragraph."""
    while True:
        paragraph = random.choice(random.choice(rows).body.split("\n"))
        length = random.randint(SHORTEST, LONGEST)
        if len(paragraph) >= length:
            at = random.randrange(len(paragraph) - length + 1)
            return paragraph[at : at + length]


def _absent(rows: Sequence[Row], scan: Scan, random: Random) -> Iterator[str]:
    """Substrings with their characters shuffled until nothing holds them."""
    made = 0
    while made < ABSENT:
        characters = list(substring(rows, random))
        random.shuffle(characters)
        if not len(scan.occurrences("".join(characters))):
            made += 1
            yield "".join(characters)


def _words(rows: Sequence[Row], random: Random, number: int) -> tuple[str, ...]:
    """Han words of two characters and more that stand in one section."""
    while True:
        cut = sorted({word for word in han_words(random.choice(rows).body) if len(word) > 1})
        if len(cut) >= number:
            return tuple(random.sample(cut, number))


def _narrowed(turn: int, chosen: Sequence[Question], rows: Sequence[Row], random: Random) -> Question:
    """One of the questions within a year, a zone, or both, of a random section."""
    question, row = random.choice(chosen), random.choice(rows)
    zone = row.zone if turn % 3 != 1 else ""
    year = row.year if turn % 3 != 0 and row.year != UNSTATED else ""
    return Question("filter", question.origin, question.phrase, question.words, zone, year)
