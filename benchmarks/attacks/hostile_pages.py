"""Pages made to fill the memory or to take for ever, each cleaned in a process of its own.

    python -m benchmarks.attacks.hostile_pages --tries 2000 [--seed 1] [--jobs 2]

Prints the worst ones: page, seconds, megabytes. Exit status 1 where one crashed, or went past 10
seconds or 500 MB.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.clean import clean
from corpus.records import Page

MOST_SECONDS, MOST_MB = 10.0, 500
LARGEST = 19 * 1024 * 1024
SIZES = (LARGEST, 2_900_000, 290_000)
SHOWN = 12
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample" / "pages"
SENTENCE = "一、2023年，我局依法行政，严格执法，成效明显，现将情况报告如下。"

# Each shape is what stands before, what is repeated (`{n}` is a number) and what stands behind.
SHAPES: dict[str, tuple[str, str, str]] = {
    "span of attributes": ("<html><body><p>报告<span ", "x ", ">"),
    "div of attributes": ("<html><body><div ", "a{n} ", ">报告</div>"),
    "div of valued attributes": ("<html><body><div ", "a{n}='v' ", ">报告</div>"),
    "attributes that hide their end": ("<html><body><div ", "a{n}='>'", ">报告</div>"),
    "many full tags": ("<html><body>", "<div " + "".join(f"a{n} " for n in range(900)) + ">x</div>", ""),
    "hidden and open": ("<html><body><b hidden>x</b><b ", "x=1 ", ""),
    "tags without text": ("<html><body>", "<p></p>", ""),
    "tags never closed": ("<html><body>", "<div>", "报告"),
    "nested and closed": ("<html><body>", "<ul><li>", "报告"),
    "nested inline": ("<html><body><b hidden>x</b>", "<b>", "报告"),
    "one huge attribute": ("<html><body><img alt='", "甲", "'><p>报告"),
    "huge attributes": ("<html><body>", "<div title='" + "甲" * 900 + "'>x</div>", ""),
    "entities": ("<html><body><p>", "&nbsp;&#x4e00;", "</p>"),
    "escaped markup": ("<html><body><p>", "&lt;p&gt;甲&lt;/p&gt;", "</p>"),
    "unknown entities": ("<html><body><p>", "&a{n};", "</p>"),
    "comments": ("<html><body>", "<!-- x -->", "<p>报告</p>"),
    "comments never closed": ("<html><body>", "<!-- x", "<p>报告</p>"),
    "scripts never closed": ("<html><body>", "<script>x", ""),
    "tables in tables": ("<html><body>", "<table><tr><td>甲", ""),
    "many tables": ("<html><body>", "<table><tr><td>甲<td>乙</table>", ""),
    "one long row": ("<html><body><table><tr>", "<td>甲", "</table>"),
    "many rows": ("<html><body><table>", "<tr><td>甲<td>1", "</table>"),
    "line breaks": ("<html><body><p>", "甲<br>", "</p>"),
    "links": ("<html><body>", "<a href='/{n}'>甲{n}</a>", ""),
    "metas": ("<html><head>", "<meta name='n{n}' content='甲'>", "</head><body>报告"),
    "stray brackets": ("<html><body>", "< ", "报告"),
    "quotes never closed": ("<html><body>", "<b a='>", "报告"),
    "styles": ("<html><body>", "<p style='display:none'>甲</p>", ""),
    "CDATA": ("<html><body>", "<![CDATA[x]]>", "报告"),
    "processing instructions": ("<?xml version='1.0'?><html><body>", "<?x y?>", "报告"),
    "sentences": ("<html><body>", f"<p>{SENTENCE}</p>", ""),
    "one long paragraph": ("<html><body><h1>工作报告</h1><p>", SENTENCE, "</p>"),
    "plain lines": ("", "甲\n", ""),
    "plain sentences": ("关于2023年工作的报告\n", SENTENCE + "\n", ""),
    "one plain line": ("", SENTENCE, ""),
    "headings": ("关于2023年工作的报告\n", "（{n}）甲乙\n", ""),
    "spaces": ("", "工 作 ", ""),
    "digits": ("", "2023", ""),
    "brackets": ("关于2023年工作的报告\n", "（《", ""),
    "markdown table": ("# 报告\n\n", "| 甲 | 乙 |\n", ""),
    "blank lines": ("报告", "\n", SENTENCE),
    "boxes": ("", "|甲|\n", ""),
}


def repeated(piece: str, size: int) -> str:
    """The piece as often as it goes into so many bytes."""
    count = max(1, size // len(piece.encode()))
    return "".join(piece.format(n=n) for n in range(count)) if "{n}" in piece else piece * count


def shaped(name: str, size: int) -> bytes:
    """A page of one shape, about `size` bytes."""
    before, piece, behind = SHAPES[name]
    return f"{before}{repeated(piece, size)}{behind}".encode()[:LARGEST]


def made(chance: random.Random, samples: list[bytes]) -> tuple[str, bytes]:
    """A page and what it is: a shape, several after another, or a real report with one put in,
    perhaps cut off or scrambled."""
    size = int(2 ** chance.uniform(10, 24.2))
    names = [chance.choice(list(SHAPES)) for _ in range(chance.choice((1, 1, 2, 3)))]
    body = b"".join(shaped(name, size // len(names)) for name in names)
    if chance.random() < 0.4:
        sample = chance.choice(samples)
        at = chance.randrange(len(sample))
        names, body = [*names, "in a report"], sample[:at] + body + sample[at:]
    if chance.random() < 0.3:
        body = body[: chance.randrange(1, len(body))] + body[chance.randrange(len(body)) :]
        names.append("cut")
    if chance.random() < 0.2:
        bytes_ = bytearray(body)
        for _ in range(chance.randrange(1, 200)):
            bytes_[chance.randrange(len(bytes_))] = chance.choice(b"<>&\"'/ !-\xff\n")
        names, body = [*names, "scrambled"], bytes(bytes_)
    return " + ".join(names), body[:LARGEST]


def begun(body: bytes) -> int:
    """A process that cleans the page; its number."""
    child = os.fork()
    if not child:
        signal.alarm(int(3 * MOST_SECONDS))
        status = 1
        try:
            clean(Page("https://hostile.example/a/1.html", body))
            status = 0
        finally:
            os._exit(status)
    return child


Figures = tuple[float, int, bool, str, int]


def measured(pages: Iterator[tuple[str, Callable[[], bytes]]], jobs: int) -> Iterator[Figures]:
    """Seconds, megabytes, whether all went well, the page and its size, for each page."""
    running: dict[int, tuple[float, str, int]] = {}
    for name, make in pages:
        if len(running) >= jobs:
            yield _ended(running)
        body = make()
        running[begun(body)] = (time.monotonic(), name, len(body))
    while running:
        yield _ended(running)


def _ended(running: dict[int, tuple[float, str, int]]) -> Figures:
    child, status, used = os.wait4(-1, 0)
    _, name, size = running.pop(child)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, status == 0, name, size


def pages(tries: int, seed: int) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every shape at its largest and at the bounds, then random pages."""
    named = [(name, size) for size in SIZES for name in SHAPES][:tries]
    for name, size in named:
        yield name, lambda name=name, size=size: shaped(name, size)
    samples = [path.read_bytes() for path in sorted(SAMPLE.glob("*.html"))]
    chance = random.Random(seed)
    for _ in range(tries - len(named)):
        name, body = made(chance, samples)
        yield name, lambda body=body: body


def main() -> None:
    """Measure, print the worst, leave with a status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tries", type=int, default=len(SIZES) * len(SHAPES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    found = list(measured(pages(asked.tries, asked.seed), asked.jobs))
    for key, what in ((0, "slowest"), (1, "largest")):
        print(what)
        for seconds, megabytes, well, name, size in sorted(found, key=lambda each: -each[key])[:SHOWN]:
            print(
                f"  {seconds:6.2f} s  {megabytes:5} MB  {size / 1e6:5.1f} MB page  {'' if well else 'FAILED  '}{name}"
            )
    bad = [each for each in found if not each[2] or each[0] > MOST_SECONDS or each[1] > MOST_MB]
    print(f"{len(found)} pages, {len(bad)} past {MOST_SECONDS:.0f} s or {MOST_MB} MB, or failed")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
