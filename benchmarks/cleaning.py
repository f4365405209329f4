"""How well bodies are found on real pages, beside four well-known extraction libraries, in one run.

    python benchmarks/cleaning.py [--json FILE] [--check] [PAGES …]

PAGES are folders that hold pages and a `gold/` with a JSON file each (title, pub_date, paragraphs,
optional, table_cells, negative); without any, ../shared/data/html and the shipped sample are
measured. A paragraph is right when it equals one of gold after NFKC and without white space;
optional ones and rows of table cells count neither way. `--check` compares with floors.toml and
fails when a figure fell. Peers come with `pip install .[bench]`; those not installed are left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.cleaners import CLEANERS, Cleaned

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "data" / "html"
SAMPLE = ROOT / "corpus" / "sample"
FLOORS = Path(__file__).with_name("floors.toml")
# Each page is cleaned so often for the timing, which leaves the date out: most peers look for none.
# The cleaners take turns at every page, and the best time of each page counts, for other work on
# the machine only ever adds.
ROUNDS = 5


@dataclass(frozen=True)
class Gold:
    """A page and what a person found on it."""

    name: str
    body: bytes
    title: str | None
    date: str | None
    paragraphs: tuple[str, ...]
    either_way: frozenset[str]
    cells: frozenset[str]


@dataclass
class Tally:
    """Counts over all pages of one cleaner."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    letters: list[float] = field(default_factory=list)
    titles: list[bool] = field(default_factory=list)
    dates: list[bool] = field(default_factory=list)
    negatives: list[bool] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def row(self, count: int) -> dict[str, float | None]:
        precision, recall = _share(self.right, self.given), _share(self.right, self.wanted)
        return {
            "precision": precision,
            "recall": recall,
            "paragraph_f1": _f1(precision, recall),
            "page_f1": _mean(self.pages),
            "character_f1": _mean(self.letters),
            "title": _mean(self.titles),
            "date": _mean(self.dates),
            "negatives": _mean(self.negatives),
            "pages_per_second": round(count / self.seconds, 1) if self.seconds else None,
        }


def bare(text: str | None) -> str:
    """As paragraphs are compared: NFKC, without white space."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def gold_of_folder(folder: Path) -> list[Gold]:
    """The pages of a folder with gold beside them."""
    found = []
    for path in sorted((folder / "gold").glob("*.json")):
        known = json.loads(path.read_text(encoding="utf8"))
        body = (folder / known["file"] if "file" in known else folder / f"{path.stem}.html").read_bytes()
        either, cells = known.get("optional", ()), known.get("table_cells", ())
        paragraphs = tuple(map(bare, known.get("paragraphs", ())))
        sets = frozenset(map(bare, (*either, *cells))), frozenset(map(bare, cells))
        found.append(Gold(path.stem, body, known.get("title"), known.get("pub_date"), paragraphs, *sets))
    return found


def gold_of_sample(folder: Path) -> list[Gold]:
    """The sample's HTML pages; their paragraphs are the lines of the texts they were laid out
    from."""
    found = []
    for path in sorted((folder / "expected").glob("*.json")):
        known = json.loads(path.read_text(encoding="utf8"))
        page, text = folder / "pages" / f"{path.stem}.html", folder / "texts" / f"{path.stem}.txt"
        if not page.exists() or not text.exists():
            continue
        body = text.read_text(encoding="utf8").split("\n---\n", 1)[1]
        written = [bare(line.lstrip("#")).replace("|", "", 1) for line in body.split("\n") if "@" not in line[:6]]
        either = frozenset(map(bare, (known["title"], *known["front"], *known["back"])))
        paragraphs = tuple(filter(None, written))
        found.append(
            Gold(path.stem, page.read_bytes(), known["title"], known["published"], paragraphs, either, frozenset())
        )
    return found


def measure(clean: Callable[[bytes, str, bool], Cleaned], pages: Sequence[Gold]) -> tuple[Tally, list[str]]:
    """A cleaner's tally over the pages, and a line for each page it does not get wholly right."""
    tally, worst = Tally(), []
    for page in pages:
        cleaned = clean(page.body, page.name, True)
        wrong = _count(tally, cleaned, page)
        if wrong:
            worst.append(f"{page.name}: {wrong}")
    return tally, worst


def seconds(pages: Sequence[Gold]) -> dict[str, float]:
    """The processor's time that each cleaner takes for all pages."""
    spent = dict.fromkeys(CLEANERS, 0.0)
    gc.freeze()
    for page in pages:
        rounds = [{name: _seconds(clean, page) for name, clean in CLEANERS.items()} for _ in range(ROUNDS)]
        for name in CLEANERS:
            spent[name] += min(one[name] for one in rounds)
    return spent


def _seconds(clean: Callable[[bytes, str, bool], Cleaned], page: Gold) -> float:
    gc.collect()  # nobody pays for another's garbage
    started = time.process_time()
    clean(page.body, page.name, False)
    return time.process_time() - started


def _count(tally: Tally, cleaned: Cleaned, page: Gold) -> str:
    given = [bare(paragraph) for paragraph in cleaned.paragraphs]
    if not page.paragraphs:
        tally.negatives.append(not any(given))
        return "" if not any(given) else f"negative page given {len(given)} paragraphs"
    given = [text for text in given if text and text not in page.either_way and not _is_row(text, page.cells)]
    wanted = Counter(page.paragraphs)
    right = sum((wanted & Counter(given)).values())
    tally.right, tally.given, tally.wanted = (
        tally.right + right,
        tally.given + len(given),
        tally.wanted + len(page.paragraphs),
    )
    tally.pages.append(_f1(_share(right, len(given)), _share(right, len(page.paragraphs))))
    tally.letters.append(_letters("".join(given), "".join(page.paragraphs)))
    _note(tally.titles, cleaned.titled, page.title, bare(cleaned.title) == bare(page.title))
    _note(tally.dates, cleaned.dated, page.date, (cleaned.date or "")[:10] == page.date)
    missed, extra = list((wanted - Counter(given)).elements()), list((Counter(given) - wanted).elements())
    return "" if not missed and not extra else f"missed {_shown(missed)}, extra {_shown(extra)}"


def _note(seen: list[bool], able: bool, wanted: str | None, right: bool) -> None:
    if able and wanted:
        seen.append(right)


def _shown(texts: Sequence[str]) -> str:
    return f"{len(texts)} {[text[:24] for text in texts[:3]]}" if texts else "0"


def _is_row(text: str, cells: frozenset[str]) -> bool:
    """Is the text nothing but cells of gold's table, one after the other?"""
    while text:
        cell = max((cell for cell in cells if text.startswith(cell)), key=len, default="")
        if not cell:
            return False
        text = text[len(cell) :]
    return True


def _letters(given: str, wanted: str) -> float:
    """F1 over the multisets of characters."""
    shared = sum((Counter(given) & Counter(wanted)).values())
    return _f1(_share(shared, len(given)), _share(shared, len(wanted)))


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def _mean(values: Iterable[float]) -> float | None:
    numbers = list(values)
    return round(sum(numbers) / len(numbers), 4) if numbers else None


def fallen(row: dict[str, float | None], floors: dict[str, float]) -> list[str]:
    """The figures below their floors, in words."""
    return [f"{name} {row[name]} < {floor}" for name, floor in floors.items() if (row.get(name) or 0) < floor]


def main() -> int:
    """Print the table; 1 when `--check` finds a figure below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--json", type=Path, help="write the rows there")
    parser.add_argument("--check", action="store_true", help="fail when a figure is below floors.toml")
    asked = parser.parse_args()
    folders = asked.folders or [folder for folder in (REAL,) if folder.is_dir()]
    pages = [gold for folder in folders for gold in gold_of_folder(folder)]
    pages += gold_of_sample(SAMPLE) if not asked.folders else []
    rows: dict[str, dict[str, float | None]] = {}
    measured = {name: measure(clean, pages) for name, clean in CLEANERS.items()}
    spent = seconds(pages)
    for name, (tally, worst) in measured.items():
        tally.seconds = spent[name]
        rows[name] = tally.row(len(pages))
        print(f"{name:18}", "  ".join(f"{key} {'–' if value is None else value}" for key, value in rows[name].items()))
        if name == "xunzhang":
            print("\n".join(f"    {line}" for line in worst) or "    every page wholly right")
    if asked.json:
        asked.json.write_text(
            json.dumps({"pages": len(pages), "rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf8"
        )
    below = (
        fallen(rows["xunzhang"], tomllib.loads(FLOORS.read_text(encoding="utf8"))["cleaning"]) if asked.check else []
    )
    print("\n".join(f"below its floor: {line}" for line in below), end="\n" if below else "")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
