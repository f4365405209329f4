"""How well printed reports are read: the sample's reports typeset, drawn as PDF, read again.

    python -m benchmarks.printed [--phrases 2000] [--json FILE] [--check] [--keep FOLDER]

Every report of the sample is printed in every style of STYLES, with a running head and page numbers
inside sentences, some in two columns, some with notes, some with the statutory tables between their
chapters. A paragraph is right when it equals the one that was printed, after NFKC and without white
space; title, front and back matter, notes and rows of tables count neither way. Then all files are
added and built, and random phrases of the printed paragraphs are searched in quotes: each must find
the file it was taken from. `--keep` writes the files there.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.cleaning import FLOORS, bare
from benchmarks.drawn import pdf_of
from benchmarks.machine import commit, machine, versions
from corpus.clean import clean
from corpus.intake.add import add
from corpus.records import Page
from corpus.sample.draft import Draft, drafts
from corpus.sample.national import figures, forms
from corpus.sample.typeset import Block, Note, Style, typeset
from corpus.store.folder import Store
from index.build import build
from search.embedded import Embedded
from search.request import Request

# Each style and what it adds to the text.
STYLES: tuple[tuple[Style, frozenset[str]], ...] = (
    (Style("plain"), frozenset()),
    (Style("headed", head="年度报告选编", foot="第 {page} 页 共 {pages} 页"), frozenset()),
    (Style("bound", size=14, leading=22, bound=26, foot="{page}"), frozenset()),
    (Style("tables", head="政府信息公开", foot="- {page} -"), frozenset({"tables"})),
    (Style("tables-small", size=10.5, leading=18, foot="{page}/{pages}"), frozenset({"tables"})),
    (Style("notes", size=14, leading=24, head="年度报告"), frozenset({"notes"})),
    (Style("notes-tables", size=12, leading=20, foot="{page}"), frozenset({"notes", "tables"})),
    (Style("columns", size=10, leading=17, left=60, right=60, columns=2, foot="{page}"), frozenset()),
    (
        Style("columns-all", size=10, leading=16, left=50, right=50, columns=2, head="公报", justified=False),
        frozenset({"notes", "tables", "by rows"}),
    ),
    (Style("blocks", size=12, leading=20, indent=0, apart=12), frozenset()),
    (Style("ragged", size=15, leading=30, justified=False, head="内部资料", foot=""), frozenset({"notes"})),
)
MARKS = "①②③④⑤⑥⑦⑧⑨"
LENGTHS = (4, 24)  # characters of a phrase


@dataclass(frozen=True)
class Printed:
    """A printed report: its bytes, its paragraphs, and what counts neither way."""

    name: str
    body: bytes
    paragraphs: tuple[str, ...]
    either_way: frozenset[str]


def printed() -> Iterator[Printed]:
    """Every report in every style."""
    for number, draft in enumerate(drafts()):
        for style, adds in STYLES:
            yield _printed(draft, style, adds, number)


def _printed(draft: Draft, style: Style, adds: frozenset[str], number: int) -> Printed:
    title = draft.header["title"]
    blocks = [Block(title, title=True), *(Block(line) for line in draft.front)]
    body = [Block(paragraph.text) for paragraph in draft.paragraphs]
    if "notes" in adds:
        body = list(_noted(body, random.Random(number)))
    tables = [filled.grid for filled in forms(figures(number))] if "tables" in adds else []
    firsts = [at for at, paragraph in enumerate(draft.paragraphs) if paragraph.level == 1][1:] or [len(body)]
    for at, grid in reversed(list(zip(firsts, tables, strict=False))):
        body.insert(at, Block(grid=grid))
    sheets = typeset([*blocks, *body, *(Block(line) for line in draft.back)], style)
    notes = [note.mark + note.text for block in body for note in block.notes]
    cells = [box.text for grid in tables for box in grid]
    either = frozenset(map(bare, (title, *draft.front, *draft.back, *notes, *cells)))
    texts = tuple(paragraph.text for paragraph in draft.paragraphs)
    return Printed(f"{draft.name}-{style.name}", pdf_of(sheets, by_rows="by rows" in adds), texts, either)


def _noted(body: Sequence[Block], chance: random.Random) -> Iterator[Block]:
    """Every fourth long paragraph with a note behind one of its commas."""
    count = 0
    for block in body:
        commas = [
            at for at, letter in enumerate(block.text) if letter == "，" and block.text.count(block.text[:at]) == 1
        ]
        if len(block.text) < 80 or not commas or chance.random() > 0.25:
            yield block
            continue
        mark, behind = MARKS[count % len(MARKS)], block.text[: chance.choice(commas)]
        count += 1
        text = f"数据截至当年十二月三十一日，由各部门逐月填报、按季核对，第{count}次核对后不再改动。"
        yield replace(block, notes=(Note(mark, behind, text),))


def compared(report: Printed) -> tuple[int, int, int, str]:
    """Paragraphs right, given and wanted, and what is wrong, in words."""
    cleaned = clean(Page(f"file:///{report.name}.pdf", report.body), take_any=True)
    texts = [text for section in cleaned.sections for text in section.text.split("\n")]
    given = [bare(text) for text in texts if "\t" not in text]
    given = [text for text in given if text and text not in report.either_way]
    wanted = Counter(map(bare, report.paragraphs))
    right = sum((wanted & Counter(given)).values())
    missed, extra = list((wanted - Counter(given)).elements()), list((Counter(given) - wanted).elements())
    wrong = f"{report.name}: missed {[t[:30] for t in missed[:2]]}, extra {[t[:30] for t in extra[:3]]}"
    return right, len(given), len(wanted), wrong if missed or extra else ""


def found(reports: Sequence[Printed], folder: Path, phrases: int) -> tuple[int, list[str]]:
    """How many of so many random phrases find the file they were taken from, and those that do
    not."""
    for report in reports:
        (folder / f"{report.name}.pdf").write_bytes(report.body)
    store = Store(folder / "data")
    held = {added.source.rsplit("/", 1)[-1]: added.report for added in add(store, [folder], take_any=True)}
    build(store, folder / "data" / "index")
    engine, chance, lost = Embedded(folder / "data" / "index"), random.Random(13), []
    for _ in range(phrases):
        report = chance.choice(reports)
        text = chance.choice([text for text in report.paragraphs if len(text) >= LENGTHS[0]])
        length = min(len(text), chance.randint(*LENGTHS))
        start = chance.randint(0, len(text) - length)
        phrase = text[start : start + length].replace('"', "")
        record = held[f"{report.name}.pdf"]
        if record is None or record.id not in _reports(engine, phrase):
            lost.append(f"{report.name}: {phrase}")
    return phrases - len(lost), lost


def _reports(engine: Embedded, phrase: str) -> set[str]:
    """The reports that a phrase finds."""
    reports: set[str] = set()
    for offset in range(0, 100_000, 200):
        answer = engine.search(Request(f'"{phrase}"', limit=200, offset=offset))
        reports |= {hit.report for hit in answer.hits}
        if offset + 200 >= answer.total.sections:
            break
    return reports


def _row(results: Sequence[tuple[int, int, int, str]]) -> dict[str, float]:
    right, given, wanted = (sum(column) for column in list(zip(*results, strict=True))[:3])
    precision, recall = right / given if given else 0.0, right / wanted
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"paragraph_f1": round(f1, 4), "wanted": wanted, "files": len(results)}


def main() -> int:
    """Print a row a style, and what is wrong; 1 where `--check` finds a figure below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phrases", type=int, default=2000)
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below floors.toml")
    parser.add_argument("--keep", type=Path, help="write the files there")
    asked = parser.parse_args()
    reports = list(printed())
    started = time.perf_counter()
    results = {report.name: compared(report) for report in reports}
    seconds = (time.perf_counter() - started) / len(reports)
    of_style = {
        style.name: _row(
            [
                result
                for name, result in results.items()
                if name.endswith(f"-{style.name}")
                and not name.endswith(f"xxgk-{style.name}" if style.name != "tables" else "\0")
            ]
        )
        for style, _ in STYLES
    }
    every = _row(list(results.values()))
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        hits, lost = found(reports, folder, asked.phrases) if asked.phrases else (0, [])
    for name, row in {**of_style, "all": every}.items():
        print(f"{name:14}", "  ".join(f"{key} {value}" for key, value in row.items()))
    print(f"phrases found: {hits} of {asked.phrases}; {seconds:.2f} s a file")
    print("\n".join([*(wrong for *_, wrong in results.values() if wrong), *(f"lost: {text}" for text in lost)][:60]))
    run: dict[str, Any] = {
        "commit": commit(),
        "machine": machine(),
        "versions": versions(("pypdfium2", "reportlab")),
        "styles": of_style,
        "all": every,
        "phrases": {"asked": asked.phrases, "found": hits},
        "seconds_a_file": round(seconds, 3),
    }
    if asked.json:
        asked.json.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    floors = tomllib.loads(FLOORS.read_text(encoding="utf8"))["printed"] if asked.check else {}
    figures_now = {"paragraph_f1": every["paragraph_f1"], "phrases": hits / asked.phrases if asked.phrases else 1.0}
    below = [f"{name} {figures_now[name]} < {least}" for name, least in floors.items() if figures_now[name] < least]
    print("\n".join(f"below its floor: {line}" for line in below), end="\n" if below else "")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
