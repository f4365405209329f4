"""What is said of a phrase that nothing held says: what a search says that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.answer import Answer
from web.address.telling import Telling
from web.commands.finding.answer import why
from web.commands.speech import visible
from web.language.terminal import _, spoken
from web.pages.nothing_found import nothing


def causes(answer: Answer, state: Telling, notes: Sequence[str]) -> Iterator[str]:
    """Why, and what is said; `notes`: how the question was understood."""
    yield _("没有一段写到：%(query)s", query=visible(state.queries[0]))
    yield from map(spoken, notes)
    yield from why(nothing(answer.explanation, state.searched(state.queries[0])))
