"""The lines of a concordance that an address asks for."""

from __future__ import annotations

from search.answer import KwicLine
from web.address.parameters import State
from web.shelf import shelf


def kwic_lines(state: State) -> tuple[int, list[KwicLine]]:
    """The concordance: how many lines, and those of this page."""
    engine = shelf().engine
    return engine.kwic(
        state.request, context=state.context, order=state.order, sample=state.sample or None, seed=state.seed
    )
