"""What was built for something else is not asked: the choice falls on the plain twin, for the index
and for search."""

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
from material.engines import embedded, on
from material.few_reports import report
from material.twins import OWN

from index.characters import chosen as characters
from index.characters.plain import Plain
from search import loops as package
from search.loops import chosen, plain

if OWN != "compiled":
    pytest.skip("not compiled here: there is no choice", allow_module_level=True)


def another_layout(_):
    """What importing a module raises that was compiled against another layout."""
    raise ValueError("index.characters.native.Text size changed, may indicate binary incompatibility")


def without(thing, name):
    """All that it knows but for one name."""
    return {each: getattr(thing, each) for each in dir(thing) if each != name and each[:2] != "__"}


def stale(module, **names):
    made = ModuleType(module)
    made.__dict__.update(names)
    return made


def chosen_with(monkeypatch, module, found):
    """The two choices, made anew where this is what a compiled module is."""
    monkeypatch.delenv("XUNZHANG_PURE", raising=False)
    for name in ("index.characters.compiled", "search.loops.compiled"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr(package, "compiled", raising=False)
    monkeypatch.setitem(sys.modules, module, found)
    monkeypatch.setattr(characters, "characters", anew("index.characters.chosen").characters)
    return anew("search.loops.chosen").loops, characters.characters


def anew(name):
    """The module, run once more beside the one that is imported."""
    spec = find_spec(name)
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def other_parameters(docs, low):
    """Takes less than `counts_of` does today."""


STALE = [
    ("index.characters.native_counts", lambda: None),
    ("index.characters.native_counts", lambda: stale("n", __getattr__=another_layout)),
    ("index.characters.native_counts", lambda: stale("n", CountedText=type("CountedText", (), {}))),
    (
        "index.characters.native_counts",
        lambda: stale("n", CountedText=type("CountedText", (), without(Plain, "counts_of"))),
    ),
    (
        "index.characters.native_counts",
        lambda: stale("n", CountedText=type("CountedText", (Plain,), {"counts_of": other_parameters})),
    ),
    ("search.loops.native_snippet", lambda: None),
    ("search.loops.native_snippet", lambda: stale("n", __getattr__=another_layout)),
    ("search.loops.native_snippet", lambda: stale("n", shown=other_parameters)),
    ("search.loops.native_matching", lambda: None),
    ("search.loops.native_matching", lambda: stale("n", matched=other_parameters)),
    ("search.loops.native", lambda: stale("n", **without(plain, "edge"))),
    ("search.loops.native", lambda: stale("n", **{**vars(plain), "add": other_parameters})),
]


@pytest.mark.parametrize(("module", "found"), STALE)
def test_what_was_built_for_something_else_leaves_all_of_c_aside(monkeypatch, module, found):
    assert chosen_with(monkeypatch, module, found()) == (plain, Plain)


def test_what_was_built_for_this_is_asked(monkeypatch):
    above, below = chosen_with(monkeypatch, "json", sys.modules["json"])
    assert (above.__name__, below.__name__) == ("search.loops.compiled", "Compiled")


def test_segments_and_loops_are_of_the_twin_that_is_tested(loops, tmp_path):
    (segment,) = on(embedded, tmp_path, report("r", "审计。")).view.segments
    assert (type(segment.text) is Plain) == (chosen.loops is plain) == (loops == "plain")
