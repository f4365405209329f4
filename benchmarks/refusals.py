"""How many pages each reason of refusal refuses: `python -m benchmarks.refusals [FOLDER…]`.

Without folders: the pages of the tests that are no reports and those that are (none may be
refused), 800 made reports, and the laws of `../shared/data`. Of a folder every file is read. One
line a reason: its code, how many pages of each it refuses, and what it was made for.
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from json import loads
from pathlib import Path

from corpus.errors import LoadError
from corpus.load.page import load
from corpus.records import Page
from corpus.refusal import REASONS, code_of, reason_of
from corpus.strip.page import strip

ROOT = Path(__file__).parents[1]
LAWS = ROOT.parent / "shared" / "data" / "laws.jsonl.xz"
SEEDS, EACH = 10, 80  # made reports: so many draws of so many


def codes_of(pages: Iterable[bytes]) -> Counter[str]:
    """How often each code refuses; `held` for what is taken, `unread` for what cannot be read."""
    return Counter(map(_code, pages))


def _code(body: bytes) -> str:
    try:
        return code_of(strip(load(Page("file:///page", body)))) or "held"
    except LoadError:
        return "unread"


def laws() -> Counter[str]:
    """The same of laws and regulations, none of which is a report; empty where they are absent."""
    if not LAWS.exists():
        return Counter()
    with lzma.open(LAWS, "rt", encoding="utf8") as lines:
        rows = [loads(line) for line in lines]
    found = (reason_of(Path(row["path"]).stem, [line for line in row["text"].split("\n")[1:] if line]) for row in rows)
    return Counter(reason[0] if reason else "held" for reason in found)


def told_pages() -> Iterator[tuple[str, Counter[str]]]:
    """The pages of the tests, by what they are."""
    sys.path.insert(0, str(ROOT / "tests"))
    from material.told_pages import made_reports, told

    yield "no reports", codes_of(page.page for page in told("no_reports.txt"))
    yield "reports", codes_of(page.page for page in told("reports.txt"))
    yield "made reports", codes_of(page.page for seed in range(SEEDS) for page in made_reports(EACH, seed))
    yield "laws", laws()


def main(folders: list[Path]) -> None:
    """Print the table."""
    named = (
        (folder.name, codes_of(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()))
        for folder in folders
    )
    columns = dict(named if folders else told_pages())
    print(f"{'reason':<14}" + "".join(f"{name:>14}" for name in columns))
    seen = {reason.code: reason.seen for reason in REASONS} | {"bodiless": "no run of lines is a body"}
    for code in (*seen, "unread", "held"):
        print(f"{code:<14}" + "".join(f"{counts[code]:>14}" for counts in columns.values()) + f"  {seen.get(code, '')}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
