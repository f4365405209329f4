"""What each weight and threshold of cleaning holds up: how many pages come out otherwise with half of it
and with twice.

    python -m benchmarks.thresholds [--pages 60] [--name NAME] [FOLDER …]

Pages are the saved ones, where they are, the sample's, 55 layouts of publishing systems with what
programs that extract text leave of them, and invented ones (`posted_pages.py`). A constant
is a number, or one of several in a line, at the head of a module in `corpus/`; it is changed in
every module that imports it. A page counts where its title, sections or refusal differ.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.machine import machine
from benchmarks.posted_pages import posted
from corpus.errors import LoadError
from corpus.load.page import load
from corpus.outline.sections import outline
from corpus.records import Loaded, Page
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

ROOT = Path(__file__).parents[1]
RUNS = Path(__file__).parent / "runs"
FOLDERS = ("line", "strip", "title", "repair", "outline")
SAVED = (
    ROOT / "corpus" / "sample" / "pages",
    ROOT.parent / "shared" / "data" / "html",
    ROOT.parent / "shared" / "seeds",
)
NO_PAGES = (".md", ".json", ".py")
KIND = "法治政府建设"  # so that parts are told


class Number(NamedTuple):
    """A constant of a module, or with a `key` one number of a table there."""

    module: str
    name: str
    value: float
    key: str = ""


def numbers(folders: Sequence[str]) -> Iterator[Number]:
    """Every constant at the head of a module of these folders."""
    for path in sorted(path for folder in folders for path in (ROOT / "corpus" / folder).glob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf8")).body:
            names = [each for target in getattr(node, "targets", ()) for each in getattr(target, "elts", [target])]
            for name in (each.id for each in names if isinstance(each, ast.Name)):
                value = getattr(importlib.import_module(module), name)
                if type(value) in (int, float) and value:
                    yield Number(module, name, value)
                elif isinstance(value, dict):
                    found = ((key, each) for key, each in value.items() if type(each) in (int, float) and each)
                    yield from (Number(module, name, each, key) for key, each in found if isinstance(key, str))


@contextmanager
def changed(number: Number, value: float) -> Iterator[None]:
    """The constant with another value, wherever it is known by its name."""
    if number.key:
        table = getattr(sys.modules[number.module], number.name)
        table[number.key] = value
        try:
            yield
        finally:
            table[number.key] = number.value
        return
    held = [
        module for name, module in sys.modules.items() if name.startswith("corpus.") and number.name in vars(module)
    ]
    held = [module for module in held if vars(module)[number.name] == number.value]
    for module in held:
        setattr(module, number.name, value)
    try:
        yield
    finally:
        for module in held:
            setattr(module, number.name, number.value)


def pages(made: int) -> list[Loaded]:
    """The pages that are cleaned again and again."""
    sys.path.append(str(ROOT / "tests"))
    layouts = importlib.import_module("material.government_pages")
    shapes = [make(document) for make, document in zip(layouts.LAYOUTS.values(), cycle(layouts.DOCUMENTS.values()))]
    shapes += [layouts.flattened(source) for source in shapes]
    paths = [path for folder in SAVED if folder.exists() for path in sorted(folder.iterdir())]
    saved = [path for path in paths if path.is_file() and path.suffix not in NO_PAGES]
    written = [Page(f"file:///{number}.html", source.encode()) for number, source in enumerate(shapes)]
    kept = [Page(f"file:///{path.name}", path.read_bytes()) for path in saved]
    return [
        loaded for page in (*kept, *written, *(posted(seed).page for seed in range(made))) for loaded in readable(page)
    ]


def readable(page: Page) -> Iterator[Loaded]:
    """The page as it is loaded, once for all constants."""
    with suppress(LoadError):
        yield load(page)


def cleaned(loaded: Loaded) -> tuple[Any, ...]:
    """What a reader sees of a page."""
    stripped = strip(loaded)
    paragraphs, _ = repair(stripped)
    return stripped.title, why_refused(stripped), outline(paragraphs, KIND, None)


def measured(number: Number, material: Sequence[Loaded], before: Sequence[Any]) -> dict[str, Any]:
    """How many pages come out otherwise at half and at twice the value."""
    row: dict[str, Any] = {
        "module": number.module,
        "name": f"{number.name} {number.key}".strip(),
        "value": number.value,
    }
    for word, factor in (("half", 0.5), ("twice", 2.0)):
        value = type(number.value)(number.value * factor)
        with changed(number, value):
            row[word] = sum(cleaned(page) != was for page, was in zip(material, before, strict=True))
    return row


def main() -> None:
    """Measure and print; with a name, keep the figures."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("folders", nargs="*", default=FOLDERS)
    reader.add_argument("--pages", type=int, default=60)
    reader.add_argument("--name")
    chosen = reader.parse_args()
    material = pages(chosen.pages)
    before = [cleaned(page) for page in material]
    rows = []
    for number in numbers(chosen.folders):
        rows.append(measured(number, material, before))
        print("{module} {name} {value}: {half} at half, {twice} at twice".format(**rows[-1]), flush=True)
    if chosen.name:
        path = RUNS / f"{chosen.name}.json"
        kept = json.loads(path.read_text(encoding="utf8"))["rows"] if path.exists() else []
        asked = {row["module"] for row in rows}
        rows += [row for row in kept if row["module"] not in asked]  # of other folders
        run = {"pages": len(material), "machine": machine(), "rows": sorted(rows, key=lambda row: row["module"])}
        path.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
