"""The small portrait beside the hits: sections by year as bars, and the zones that say it most."""

from __future__ import annotations

from typing import Any, Final

from search.answer import Answer
from web.address import links
from web.address.parameters import State
from web.language.choices import Choice

ZONES: Final = 5  # zones named


def profile(answer: Answer, state: State) -> dict[str, Any] | None:
    """The small portrait beside the hits: sections by year as bars, and the zones that say it
    most."""
    counts = [value for value in answer.facets.get("year", ()) if value.value]
    if not state.request.q.strip() or len(counts) < 2:
        return None
    ordered = sorted(counts, key=lambda value: value.value)
    most = max(value.count for value in ordered) or 1
    bars = [
        (value, round(100 * value.count / most), links.search(links.with_choice(state, "year", value.toggled)))
        for value in ordered
    ]
    named = [value for value in answer.facets.get("zone", ()) if value.value][:ZONES]
    zones = [Choice(value.label, links.search(links.with_choice(state, "zone", value.toggled))) for value in named]
    return {"bars": bars, "zones": list(zip(zones, (value.count for value in named), strict=True))}
