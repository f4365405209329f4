"""What stands in the margin of a report where that is asked for: which stretches others have too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.records import Report, Section
from search.across.passages import Compared, Stretch
from search.engine import Engine
from web.reading.whole import Whole


class Beside(NamedTuple):
    """A stretch of a section (start, end), and whether it is formula."""

    start: int
    end: int
    is_formula: bool


def beside_text(engine: Engine, report: Report, sections: Sequence[Section]) -> dict[str, list[Beside]]:
    """The shared stretches of each section as it is shown, by its id. Raises as `Engine.passages`
    does."""
    whole = Whole(sections)
    return _by_section(whole, engine.passages(Compared(whole.text, report=report.id)).stretches)


def _by_section(whole: Whole, stretches: Sequence[Stretch]) -> dict[str, list[Beside]]:
    """Nothing is shared across the end of a paragraph, so each stretch lies in one section."""
    found: dict[str, list[Beside]] = {}
    for each in stretches:
        section, start = whole.at(each.start)
        found.setdefault(section.id, []).append(Beside(start, start + each.end - each.start, each.is_formula))
    return found
