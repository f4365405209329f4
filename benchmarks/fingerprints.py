"""How well a fingerprint tells how much of a text stands: `python -m benchmarks.fingerprints FILE`.

FILE holds reports as `{"title", "text"}`, one a line, compressed with xz; the shipped sample is
added. Characters of their sections are replaced at random, and what the sketch says is laid beside
what is true.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from corpus.clean import clean
from corpus.records import Page, Section
from corpus.text.fingerprint import fingerprint_of, grams, likeness, plain
from corpus.whereabouts import NEAR, STANDS

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample" / "pages"
RATES = (0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05, 0.08)  # of characters that are replaced
LEAST = 30  # characters of a section that is changed
STEP = 50  # shares are told to 0.02


def pages(path: Path) -> Iterator[Page]:
    """The reports of the file, then the pages of the sample."""
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            found = json.loads(line)
            yield Page(f"file:///{found['title']}.txt", f"{found['title']}\n{found['text']}".encode(), "text/plain")
    for each in sorted(SAMPLE.iterdir()):
        yield Page(f"file:///{each.name}", each.read_bytes())


def changed(text: str, rate: float, other: str, chance: random.Random) -> str:
    """The text with a share of its characters replaced by some of another text."""
    characters = list(text)
    for _ in range(max(1, int(len(text) * rate))):
        characters[chance.randrange(len(text))] = chance.choice(other)
    return "".join(characters)


def standing(sections: list[str], chance: random.Random) -> dict[float, list[bool]]:
    """By the share of its stretches that stands in a changed text: does the sketch say that it
    stands?"""
    told, other = defaultdict[float, list[bool]](list), "".join(sections)
    for text in sections:
        for rate in RATES:
            after = changed(text, rate, other, chance)
            share = len(grams(text) & grams(after)) / len(grams(text))
            said = likeness(fingerprint_of(text), fingerprint_of(after)) >= STANDS
            told[round(share * STEP) / STEP].append(said)
    return told


def of_others(reports: list[tuple[Section, ...]]) -> list[float]:
    """How like the sketch finds two sections of one report, the likest first."""
    found = list[float]()
    for sections in reports:
        texts = {plain(section.text, section.number) for section in sections}
        prints = [fingerprint_of(text) for text in texts if len(text) >= LEAST]
        found += [likeness(*pair) for pair in combinations(prints, 2)]
    return sorted(found, reverse=True)


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    reports = [clean(page).sections for page in pages(parser.parse_args().file)]
    texts = [plain(section.text, section.number) for sections in reports for section in sections]
    long = [text for text in texts if len(text) >= LEAST]
    print(f"{len(long)} sections")
    for share, said in sorted(standing(long, random.Random(1)).items(), reverse=True):
        print(f"{share:.2f} stands: said of {sum(said) / len(said):.2f} of {len(said)}")
    likest = of_others(reports)
    print(f"{len(likest)} pairs of others: {likest[:5]}; {sum(each >= NEAR for each in likest)} as like as {NEAR}")


if __name__ == "__main__":
    main()
