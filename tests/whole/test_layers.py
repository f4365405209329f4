"""The house: layers, the order of folders in each, the places of outside libraries, the sizes of
folders and modules.

Imports point one way, web → search → index → corpus, and inside a layer down the table ORDER.
"""

import ast
import re
from collections import Counter
from functools import cache

from material.checkout import ROOT

LAYERS = ("corpus", "index", "search", "web", "xunzhang")
COMPILED = (".pyx", ".pxd")
KINDS = (".py", ".pyi", *COMPILED)
FOLDERS = LAYERS[:-1]  # the last is only the name under which a wheel has the others
# Folders and modules right inside each layer, lowest first: each may import what stands before it.
ORDER = (
    "corpus.saying",
    "corpus.wording",
    "corpus.errors",
    "corpus.identity",
    "corpus.process",
    "corpus.grid",
    "corpus.evidence",
    "corpus.records",
    "corpus.scanned",
    "corpus.text",
    "corpus.masked",
    "corpus.store",
    "corpus.gazetteer",
    "corpus.name",
    "corpus.issuer",
    "corpus.describe",
    "corpus.form",
    "corpus.sheet",
    "corpus.load",
    "corpus.outline",
    "corpus.line",
    "corpus.repair",
    "corpus.title",
    "corpus.strip",
    "corpus.refusal",
    "corpus.clean",
    "corpus.intake",
    "corpus.whereabouts",
    "corpus.crawl",
    "corpus.receipt",
    "corpus.sample",
    "corpus.coverage",
    "corpus.standing",
    "index.errors",
    "index.characters",
    "index.words",
    "index.disk",
    "index.analysts",
    "index.snapshot",
    "index.live",
    "index.changes",
    "index.build",
    "index.opensearch",
    "index.chosen",
    "search.named",
    "search.answer",
    "search.tables",
    "search.errors",
    "search.once",
    "search.query",
    "search.changes",
    "search.request",
    "search.across",
    "search.engine",
    "search.loops",
    "search.match",
    "search.rank",
    "search.work",
    "search.found",
    "search.name",
    "search.show",
    "search.alike",
    "search.lines",
    "search.spread",
    "search.passages",
    "search.listed",
    "search.partial",
    "search.counting",
    "search.answering",
    "search.embedded",
    "search.opensearch",
    "search.chosen",
    "search.stream",
    "web.vendored",
    "web.address",
    "web.escaping",
    "web.serialising",
    "web.language",
    "web.theme",
    "web.private",
    "web.errors",
    "web.noted",
    "web.catalogue",
    "web.shelf",
    "web.record",
    "web.kept",
    "web.taking",
    "web.reading",
    "web.portrait",
    "web.finding",
    "web.pages",
    "web.compression",
    "web.security",
    "web.api",
    "web.phrase",
    "web.library",
    "web.changes",
    "web.alike",
    "web.passages",
    "web.serving",
    "web.app",
    "web.commands",
    "web.command",
    "xunzhang.__main__",
)
LARGEST_FOLDER, LONGEST_MODULE = 16, 200  # modules, lines
# Modules that are longer, and why.
LONGER = {
    "index/characters/native_counts.pyx": "one class in C, whose methods share its working space",
    "search/loops/native.pyx": "the loops of one protocol in C",
    "search/loops/native_matching.pyx": "one walk in C, read from top to bottom",
    "search/loops/native_snippet.pyx": "one stretch in C, read from top to bottom",
}
# Where a library that others could replace may be imported.
PLACES = {
    "opensearchpy": ("index/opensearch/",),
    "whoosh": ("index/disk/", "index/build.py", "index/live.py", "index/snapshot.py"),
    "jieba": ("index/words/cut.py",),
    "rjieba": ("index/words/cut.py",),
    "pydivsufsort": ("index/characters/suffixes.py",),
    "opencc": ("corpus/text/fold_table.py", "corpus/text/script.py"),
    "flask": ("web/",),
    "flask_babel": ("web/language/",),
    "markupsafe": ("web/",),
    "werkzeug": ("web/",),
    "waitress": ("web/",),
    "click": ("web/command.py", "web/commands/"),
    "bs4": ("corpus/load/",),
    "lxml": ("corpus/load/", "corpus/crawl/ways/"),
    "warcio": ("corpus/store/pages.py",),
    "filelock": ("corpus/store/lock.py",),
    "scrapy": ("corpus/crawl/",),
    "twisted": ("corpus/crawl/",),
    "pypdfium2": ("corpus/load/pdf_text.py", "corpus/load/scan/pictures.py"),
    "PIL": ("corpus/load/scan/pictures.py",),
    "cv2": ("corpus/load/scan/seal.py",),
    "rapidocr": ("corpus/load/scan/engine.py",),
    "xlsxwriter": ("web/record/workbook.py",),
    "docx": ("corpus/load/word/document.py",),
    "pandas": ("web/library/rows.py",),
}
# Cython is not Python's syntax: an import or cimport is known by its line.
IMPORT = re.compile(r"^\s*(?:from|c?import)\s+([\w.]+)", re.MULTILINE)


def modules():
    return sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.p*") if path.suffix in KINDS)


@cache
def imported(path):
    return tuple(_imported(path))


def _imported(path):
    if path.suffix in COMPILED:
        yield from IMPORT.findall(path.read_text(encoding="utf8"))
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def name_of(path):
    return str(path.relative_to(ROOT))


def above(path):
    layer = LAYERS.index(path.relative_to(ROOT).parts[0])
    return {name for name in imported(path) if name.split(".")[0] in LAYERS[layer + 1 :]}


def faults(of):
    """What is wrong with which modules: {} where nothing is."""
    return {name_of(path): found for path in modules() if (found := of(path))}


def test_no_import_points_upward():
    assert faults(above) == {}


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def entry(name):
    """Where a module stands in ORDER: `corpus.text.fold` in `corpus.text`."""
    return ".".join(name.split(".")[:2])


def entries():
    return {entry(module_of(path)) for path in modules() if path.stem != "__init__"}


def test_the_order_names_every_folder_and_module_once():
    assert sorted(ORDER) == sorted(entries())


def behind(path):
    if path.parent.parent == ROOT and path.stem == "__init__":
        return list(imported(path)) if path.parent.name in FOLDERS else []
    own = entry(module_of(path))
    inside = {entry(name) for name in imported(path) if name.split(".")[0] == path.relative_to(ROOT).parts[0]}
    return [name for name in inside - {own} if ORDER.index(name) > ORDER.index(own)]


def test_imports_inside_a_layer_point_down():
    assert faults(behind) == {}


def test_no_folder_is_too_large():
    folders = Counter(path.with_suffix("") for path in modules() if path.stem != "__init__" and path.suffix != ".pxd")
    sizes = Counter(module.parent for module in folders)
    assert {name_of(folder): size for folder, size in sizes.items() if size > LARGEST_FOLDER} == {}


def test_no_module_is_too_long():
    lengths = {name_of(path): len(path.read_text(encoding="utf8").splitlines()) for path in modules()}
    assert {name for name, length in lengths.items() if length > LONGEST_MODULE} == set(LONGER)


def misplaced(path):
    places = {name: PLACES.get(name.split(".")[0]) for name in imported(path)}
    return [name for name, allowed in places.items() if allowed and not name_of(path).startswith(allowed)]


def test_each_library_stays_in_its_place():
    assert faults(misplaced) == {}


def named_in_text(path):
    """Modules of ours that a text names, and imports of a whole module: neither would name the module
    as it is called in a wheel, where all lie inside one package (setup.py). `python_for` is told so."""
    if path.suffix != ".py":
        return []
    every = list(ast.walk(ast.parse(path.read_text(encoding="utf8"))))
    told = {id(each) for call in every if isinstance(call, ast.Call) for each in call.args if _is_told(call)}
    texts = [each.value for each in every if isinstance(each, ast.Constant) and id(each) not in told]
    whole = [name.name for each in every if isinstance(each, ast.Import) for name in each.names]
    return [text for text in texts if isinstance(text, str) and _is_module(text)] + list(filter(_is_module, whole))


def _is_told(call):
    return ast.unparse(call.func) in ("python_for", "__name__.removesuffix")


def _is_module(text):
    """Whether a text names a module, a package with a dot in its name, or something in one."""
    found = ROOT.joinpath(*text.split(".")) if re.fullmatch(r"(?:corpus|index|search|web)(?:\.\w+)+", text) else None
    return found is not None and any(
        each.with_suffix(".py").exists() or each.is_dir() for each in (found, found.parent)
    )


def test_no_text_names_a_module():
    assert faults(named_in_text) == {}


def test_files_are_named_after_a_concept():
    empty = ("utils", "helpers", "common", "misc", "manager")
    assert faults(lambda path: path.stem in (*empty, path.parent.name)) == {}
