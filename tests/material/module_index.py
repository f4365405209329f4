"""The index of modules, docs/MODULES.md, which `make modules` writes."""

import re
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAYERS = ("corpus", "index", "search", "web", "xunzhang")
PAGE = ROOT / "docs" / "MODULES.md"
DOCSTRING = re.compile(r'\A(?:#.*\n)*"""(.+?)(?:"""|\n\n)', re.DOTALL)
SENTENCE = re.compile(r".+?[.?!…](?=\s|$)|.+")
HEAD = """# Every module

Made by `make modules` from the first sentence of each module. ARCHITECTURE.md says how they work
together."""
WIDTH = 100


def modules():
    """Every module of the layers, folder by folder; what says the folder's question comes first."""
    return sorted(
        (path for layer in LAYERS for path in (ROOT / layer).rglob("*.py*") if path.suffix in (".py", ".pyx")),
        key=lambda path: (path.parent.relative_to(ROOT).parts, path.name != "__init__.py", path.name),
    )


def said(path):
    """The first sentence of a module."""
    text = " ".join(DOCSTRING.search(path.read_text(encoding="utf8"))[1].split())
    return SENTENCE.match(text)[0]


def line(path):
    """A module as an item of a list, a folder as a heading with its question."""
    if path.name == "__init__.py":
        return f"\n## {path.parent.relative_to(ROOT)}/\n\n{textwrap.fill(said(path), WIDTH)}\n"
    return textwrap.fill(f"- `{path.name}` {said(path)}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def index():
    """The whole page."""
    return "\n".join([HEAD, *map(line, modules())]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(index(), encoding="utf8")
