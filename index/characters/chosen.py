"""Which twin is asked: the compiled one where all of it was built, else the plain one. Chosen once,
for all modules together.

A module that is missing, was built for another layout or does not know all questions leaves all of
C aside: there is no third way. XUNZHANG_PURE=1 in the environment leaves it aside too, so that both
can be tested and compared.
"""

from __future__ import annotations

import os
from inspect import signature

from index.characters.lookup import Characters
from index.characters.plain import Plain
from index.characters.twin import Twin


def alike(one: object, other: object, asked: type) -> bool:
    """Whether two twins take the same parameters in all that a protocol asks: what was built long
    ago may not."""
    names = [name for name, value in vars(asked).items() if name[0] != "_" and callable(value)]
    try:
        return all(_parameters(one, name) == _parameters(other, name) for name in names)
    except (AttributeError, ValueError):
        return False


def _parameters(twin: object, name: str) -> list[str]:
    return [*signature(getattr(twin, name)).parameters]


def _chosen() -> type[Characters]:
    if os.environ.get("XUNZHANG_PURE"):
        return Plain
    try:
        from index.characters.compiled import Compiled
        from index.characters.native_counts import CountedText
    except Exception:  # not built, or for another layout: what importing it raises then is anybody's guess
        return Plain
    return Compiled if alike(CountedText, Plain, Twin) else Plain


# What segments are opened with. `search.loops.chosen`, which asks for more, may put `Plain` here;
# tests put either.
characters: type[Characters] = _chosen()
