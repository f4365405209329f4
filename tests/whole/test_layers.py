"""Imports point one way: web → search → index → corpus. And each outside library has its one place."""

import ast
import re

import pytest
from material.checkout import ROOT

LAYERS = ("corpus", "index", "search", "web")
COMPILED = (".pyx", ".pxd")
KINDS = (".py", ".pyi", *COMPILED)
# Where a library that others could replace may be imported.
PLACES = {
    "whoosh": ("index/",),
    "jieba": ("index/words/cut.py",),
    "rjieba": ("index/words/cut.py",),
    "opencc": ("corpus/text/fold_table.py", "corpus/text/script.py"),
    "flask": ("web/",),
    "flask_babel": ("web/",),
    "waitress": ("web/",),
    "click": ("web/",),
    "bs4": ("corpus/",),
    "warcio": ("corpus/",),
    "scrapy": ("corpus/crawl/",),
    "twisted": ("corpus/crawl/",),
    "pypdfium2": ("corpus/load/pdf_text.py",),
    "docx": ("corpus/load/word.py",),
}
# Cython is not Python's syntax: an import or cimport is known by its line.
IMPORT = re.compile(r"^\s*(?:from|c?import)\s+([\w.]+)", re.MULTILINE)


def modules():
    return sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.p*") if path.suffix in KINDS)


def imported(path):
    if path.suffix in COMPILED:
        yield from IMPORT.findall(path.read_text(encoding="utf8"))
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield node.module


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_import_points_upward(path):
    layer = LAYERS.index(path.relative_to(ROOT).parts[0])
    above = {name for name in imported(path) if name.split(".")[0] in LAYERS[layer + 1 :]}
    assert not above


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_each_library_stays_in_its_place(path):
    for name in imported(path):
        places = PLACES.get(name.split(".")[0])
        assert places is None or name_of(path).startswith(places), f"{name} belongs to {places}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_files_are_named_after_a_concept(path):
    assert path.stem not in ("utils", "helpers", "common", "misc", "manager", path.parent.name)
