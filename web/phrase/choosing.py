"""What can be chosen on the page of a phrase, as links: rows, order, cells, panel, kind, filters."""

from __future__ import annotations

from collections.abc import Callable

from corpus.gazetteer import division_name
from corpus.records import KINDS
from search.request import Chosen
from search.tables import Spread
from web.address.telling import Telling, address
from web.language.choices import Choice
from web.language.filters import years
from web.language.languages import facet_name, name_of
from web.language.sentences import gettext


def choices(state: Telling, name: str, values: tuple[str, ...], names: dict[str, str]) -> list[Choice]:
    """One part of a state, in all the ways it can be."""
    current = getattr(state, name)
    return [Choice(names[value], address(state, **{name: value}), value == current) for value in values]


def kinds(state: Telling, spread: Spread) -> list[Choice]:
    """The kinds of report that say it, one of which the curve is about, and all together."""
    if state.filters.get("kind") or not spread.kinds:
        return []
    ordered = sorted((kind for kind, _ in spread.kinds), key=KINDS.index)
    found = [
        Choice(
            name_of(kind),
            address(state, filters={**state.filters, "kind": (kind,)}, every_kind=False),
            kind == spread.kind,
        )
        for kind in ordered
    ]
    return [*found, Choice(gettext("合在一起"), address(state, every_kind=True), state.every_kind)]


def chips(state: Telling) -> list[Choice]:
    """The filters, each with the address that lets go of it."""
    return chips_of(state.filters, lambda filters: address(state, filters=filters))


def chips_of(chosen: Chosen, url: Callable[[Chosen], str]) -> list[Choice]:
    """The same of any filters; `url`: the address with some of them."""
    found = []
    for facet, values in chosen.items():
        for value in values:
            rest = tuple(each for each in values if each != value)
            filters = {name: some for name, some in {**chosen, facet: rest}.items() if some}
            name = gettext("%(name)s：%(value)s", name=facet_name(facet), value=_label(facet, value))
            found.append(Choice(name, url(filters)))
    return found


def _label(facet: str, value: str) -> str:
    if facet == "year" and value:
        return years(value)
    return name_of((division_name(value) or value) if facet == "region" and value else value)


def cell_names() -> dict[str, str]:
    """What cells can say, in words."""
    return {
        "sections": gettext("段数"),
        "occurrences": gettext("处数"),
        "reports": gettext("份数"),
        "per_report": gettext("写到的份额"),
        "per_million": gettext("每百万字"),
    }


def row_names() -> dict[str, str]:
    """What rows can be, in words."""
    return {
        "zone": gettext("主体"),
        "province": gettext("省份"),
        "level": gettext("级别"),
        "kind": gettext("类型"),
        "part": gettext("部分"),
        "none": gettext("合计"),
    }


def order_names() -> dict[str, str]:
    """The orders of rows, in words."""
    return {"code": gettext("按地区"), "sections": gettext("按多少")}


def panel_names() -> dict[str, str]:
    """Of whom the curve can be, in words."""
    return {"held": gettext("收录的全部主体"), "balanced": gettext("每年都收录的主体")}
