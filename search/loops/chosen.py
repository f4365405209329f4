"""The inner loops of a search: the compiled ones where all that can be compiled was, the segments'
characters too, else the plain ones."""

from __future__ import annotations

from index.characters import chosen
from index.characters.plain import Plain
from search.loops import plain
from search.loops.twin import Twin


def _chosen() -> Twin:
    if chosen.characters is Plain:
        return plain
    try:
        from search.loops import compiled
    except Exception:  # as in `index.characters.chosen`
        return plain
    return compiled if chosen.alike(compiled, plain, Twin) else plain


loops: Twin = _chosen()
if loops is plain:
    chosen.characters = Plain  # what is looked for in a segment is not asked in C either


def is_compiled() -> bool:
    """Whether searching is done in C."""
    return loops is not plain
