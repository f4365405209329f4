"""The texts the material is made of.

Laws and regulations where they lie beside the repository; else a corpus written by a seeded random
generator, the same on every machine.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

# The words of the generated corpus, most frequent first.
VOCABULARY = tuple(Path(__file__).with_name("vocabulary.txt").read_text(encoding="utf8").split())
FLATTER = 8  # added to a word's rank, so that the first does not stand in every phrase
CITIES = (
    ("广东省", "潮州市"), ("广东省", "惠州市"), ("广东省", "肇庆市"), ("江苏省", "镇江市"), ("江苏省", "常州市"), ("江苏省", "泰州市"),
    ("福建省", "厦门市"), ("福建省", "泉州市"), ("福建省", "莆田市"), ("山东省", "潍坊市"), ("山东省", "烟台市"), ("山东省", "德州市"),
    ("湖北省", "襄阳市"), ("湖北省", "宜昌市"), ("四川省", "绵阳市"), ("四川省", "德阳市"), ("河南省", "洛阳市"), ("河南省", "新乡市"),
)  # fmt: skip
LAWS = Path(__file__).parents[2] / "shared" / "data" / "laws.jsonl.xz"
GENERATED_CHARACTERS = 356  # of a section that is cut from what is generated, about
GENERATED_SECTIONS = 20  # of a generated document

_DATE = re.compile(r"\((\d{4})-\d\d-\d\d\)")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,3}?[市省]")
_MARKUP = re.compile(r"<!--.*?-->|\A---.*?---", re.S)


@dataclass(frozen=True, slots=True)
class Document:
    """A text before it is cut: paragraphs without white space around them, and what its place in
    the collection says."""

    path: str
    title: str
    zone: str
    province: str | None
    city: str | None
    year: int | None
    paragraphs: tuple[str, ...]


def laws(path: Path = LAWS) -> Iterator[Document]:
    """The documents of the laws, in the order of the file."""
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            record = json.loads(line)
            if document := _law(record["path"], record["text"]):
                yield document


def _law(path: str, text: str) -> Document | None:
    lines = (re.sub(r"^#+\s*|^[>*-]\s+", "", line.strip()) for line in _MARKUP.sub("", text).split("\n"))
    paragraphs = tuple(line for line in lines if line)
    if not paragraphs:
        return None
    *folders, name = path.removesuffix(".md").split("/")
    title, date, place = _DATE.sub("", name), _DATE.search(name), _PLACE.match(name)
    local = folders[0] == "DLC"
    zone = folders[-1] + (place[0] if local and place else "")
    city = place[0] if local and place and place[0].endswith("市") else None
    return Document(
        path, title, zone, _full(folders[-1]) if local else None, city, int(date[1]) if date else None, paragraphs
    )


def _full(province: str) -> str:
    return province + ("市" if province in ("北京", "上海", "重庆", "天津") else "省")


def generated(sections: int, seed: int = 7) -> Iterator[Document]:
    """Documents of invented sentences, about `sections` sections in all; word frequencies fall as
    in real text (Zipf)."""
    random = Random(seed)
    shares = [1 / (rank + FLATTER) for rank in range(len(VOCABULARY))]
    for number in range(0, sections, GENERATED_SECTIONS):
        province, city = CITIES[random.randrange(len(CITIES))]
        zone = f"{city}第{random.randrange(1, 6)}片区"
        year = 2015 + random.randrange(10)
        characters = GENERATED_CHARACTERS * min(GENERATED_SECTIONS, sections - number)
        paragraphs = tuple(_paragraphs(random, shares, characters))
        yield Document(f"generated/{number}", f"{zone}{year}年报告", zone, province, city, year, paragraphs)


def _paragraphs(random: Random, shares: Sequence[float], characters: int) -> Iterator[str]:
    while characters > 0:
        words = random.choices(VOCABULARY, shares, k=random.randrange(12, 60))
        marks = ("，" if random.random() < 0.15 else "" for _ in words)
        text = "".join(word + mark for word, mark in zip(words, marks, strict=True)).rstrip("，") + "。"
        yield text
        characters -= len(text)
