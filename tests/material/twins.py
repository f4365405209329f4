"""Which twin of the inner loops is asked: the compiled one or the plain one, for as long as a test
takes."""

from contextlib import contextmanager

import pytest

from index.characters import chosen as characters
from index.characters.plain import Plain
from search.loops import chosen, plain

NAMES = ("compiled", "plain")
# The twin that is asked here; tests over the other one are left to `make test`.
OWN = NAMES[not chosen.is_compiled()]
EACH = [name if name == OWN else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
# What is compiled.
MODULES = (
    "index.characters.native",
    "index.characters.native_counts",
    "search.loops.native",
    "search.loops.native_snippet",
    "search.loops.native_matching",
)


@contextmanager
def asked(name):
    """Segments opened from here on, and all loops of a search, are of this twin; skips where it was
    not built."""
    if name == "compiled":
        if not chosen.is_compiled():
            pytest.skip("not compiled here: numpy does the work")
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "characters", Plain)
        patch.setattr(chosen, "loops", plain)
        yield
