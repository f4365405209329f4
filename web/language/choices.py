"""Links that change how a search is shown: order, view, context, sample, exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from search.answer import Answer
from search.query.read import parse
from search.query.syntax import Run
from search.request import SORTS
from web.address import links
from web.address.parameters import VIEWS, State
from web.language.languages import order_name, sort_name, view_name
from web.language.sentences import gettext

CONTEXTS_OFFERED: Final = (10, 20, 40, 60)
LIMITS_OFFERED: Final = (20, 50, 100)  # hits or lines of a page
SAMPLED: Final = 100  # lines of a sample: as many as one reads


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes how things are shown. `current` is the one in use."""

    name: str
    url: str
    current: bool = False


def sort_choices(state: State) -> list[Choice]:
    """The orders of hits."""
    return [Choice(sort_name(sort), sorted_by(state, sort), sort == state.request.sort) for sort in SORTS]


def sorted_by(state: State, sort: str) -> str:
    """A search in another order, from its beginning."""
    return links.search(links.with_request(state, sort=sort))


def ordered_by(state: State, order: str) -> Choice:
    """A concordance in another order."""
    changed = replace(links.with_request(state), order=order)
    return Choice(order_name(order), links.search(changed), order == state.order)


def context_choices(state: State) -> list[Choice]:
    """How many characters of context, as links."""
    first = links.with_request(state)
    return [
        Choice(gettext("%(n)s 字", n=context), links.search(replace(first, context=context)), context == state.context)
        for context in CONTEXTS_OFFERED
    ]


def limit_choices(state: State) -> list[Choice]:
    """How many hits or lines a page has, as links."""
    return [
        Choice(
            gettext("%(n)s 行", n=limit) if state.view == "kwic" else gettext("%(n)s 条", n=limit),
            links.search(links.with_request(state, limit=limit)),
            limit == state.request.limit,
        )
        for limit in LIMITS_OFFERED
    ]


def sample_choice(state: State, total: int) -> Choice | None:
    """A random sample of a long concordance, or back to all of it."""
    first = links.with_request(state)
    if state.sample:
        return Choice(gettext("这是随机抽出的；看全部"), links.search(replace(first, sample=0, seed=0)))
    if total <= SAMPLED:
        return None
    return Choice(gettext("随机抽 %(n)s 处", n=SAMPLED), links.search(replace(first, sample=SAMPLED, seed=1)))


def view_choices(state: State) -> list[Choice]:
    """The ways of showing the same search."""
    first = links.with_request(state)
    return [Choice(view_name(view), links.search(replace(first, view=view)), view == state.view) for view in VIEWS]


def exports(state: State) -> list[Choice]:
    """A search as a file, and as a feed last."""
    whole = links.with_request(state)
    names = {"xlsx": "Excel", "csv": "CSV", "json": "JSON", "atom": gettext("订阅")}
    return [Choice(name, links.search(whole, f"{links.SEARCH}.{ending}")) for ending, name in names.items()]


def exact_link(answer: Answer, state: State) -> str | None:
    """The search for the bare words as one unbroken phrase, where that is something else and finds
    something."""
    node = parse(answer.text).node
    # Only then the phrase finds as many sections as stand unbroken: not for several runs.
    if not isinstance(node, Run) or not 0 < answer.total.exact < answer.total.sections:
        return None
    return quoting(state, node.shown)


def quoting(state: State, phrase: str) -> str:
    """A search for what was typed as a phrase, character by character."""
    quoted = '"' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return links.search(links.with_request(state, q=quoted))
