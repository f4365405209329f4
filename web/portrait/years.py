"""Sections by year as bars: one axis over all years from the first held to the last, in proportion,
zero as zero, and a year of which nothing is held told from one that says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from flask_babel import gettext

from search.answer import FacetValue
from search.query.years import read_years
from web.address import links
from web.address.parameters import PER, State
from web.language.choices import Choice
from web.language.languages import counted

# So many bars stand beside each other in 14rem, each 24 px wide at least and with room for its
# number; more of them are rows, one below the other.
FEW: Final = 6
LEAST: Final = 2  # percent: what is little is not drawn as zero


@dataclass(frozen=True, slots=True)
class Bar:
    """A year on the axis: `share` is its part of the highest bar, in percent, `number` what the bar
    shows, `name` all that is known of it; `url` chooses the year, None where no report of it is
    held."""

    year: int
    share: float
    number: str
    name: str
    url: str | None
    selected: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The axis, oldest first. `ways`: what bars can count."""

    bars: tuple[Bar, ...]
    ways: tuple[Choice, ...]

    @property
    def many(self) -> bool:
        """Whether bars stand below each other."""
        return len(self.bars) > FEW

    @property
    def shown(self) -> tuple[Bar, ...]:
        """In the order shown: columns from left to right, rows the newest first."""
        return self.bars[::-1] if self.many else self.bars


def years(values: Sequence[FacetValue], held: Mapping[int, int], state: State, unit: str) -> Years | None:
    """The axis of a search; None where fewer than two years are held or none of them says anything,
    for then it says nothing.

    `values`: the facet of years, in `unit` (sections or reports). `held`: reports held a year.
    """
    counts = {int(value.value): value.count for value in values if value.value.isdecimal()}
    reports = {**dict.fromkeys((year for year, count in counts.items() if count), 1), **held}
    if len(reports) < 2 or not any(counts.values()):
        return None
    per = state.per == "report" and unit == "sections"
    shown = {year: counts.get(year, 0) / (number if per else 1) for year, number in reports.items()}
    most = max(shown.values())
    span = range(min(reports), max(reports) + 1)
    bars = [_bar(year, counts.get(year, 0), reports.get(year, 0), shown, most, state, unit, per) for year in span]
    return Years(tuple(bars), _ways(state) if unit == "sections" else ())


def _bar(
    year: int, count: int, held: int, shown: Mapping[int, float], most: float, state: State, unit: str, per: bool
) -> Bar:
    if not held:
        return Bar(year, 0, "", gettext("%(year)s 年没有收录", year=year), None, False)
    value = shown[year]
    share = max(LEAST, round(100 * value / most, 1)) if value else 0
    name = gettext("%(year)s 年 %(n)s，收录 %(held)s", year=year, n=counted(unit, count), held=counted("reports", held))
    if per:
        name = gettext("%(name)s，每份 %(n)s 段", name=name, n=_number(value, per))
    chosen = state.request.filters.get("year", ())
    return Bar(year, share, _number(value, per), name, _toggled(year, chosen, state), _is_in(year, chosen))


def _number(value: float, per: bool) -> str:
    """A number as one reads it: whole, or with two decimals.

    >>> _number(1272, False), _number(0.8333, True)
    ('1,272', '0.83')
    """
    return f"{value:,.2f}" if per else f"{value:,.0f}"


def _toggled(year: int, chosen: tuple[str, ...], state: State) -> str:
    """The address with this year chosen or not; spans go, as in the list of years."""
    name = str(year)
    single = tuple(value for value in chosen if ".." not in value)
    rest = tuple(value for value in chosen if value != name) if name in chosen else (*single, name)
    return links.search(links.with_choice(state, "year", rest))


def _is_in(year: int, chosen: tuple[str, ...]) -> bool:
    return any((span := read_years(value)) is not None and span.holds(str(year)) for value in chosen)


def _ways(state: State) -> tuple[Choice, ...]:
    names = {"section": gettext("按段"), "report": gettext("每份")}
    return tuple(Choice(names[per], links.search(replace(state, per=per)), per == state.per) for per in PER)


def ends(state: State) -> tuple[str, str]:
    """The first and the last year of the one span that is chosen, "" for an open end or none."""
    chosen = state.request.filters.get("year", ())
    if len(chosen) != 1:
        return "", ""
    first, dots, last = chosen[0].partition("..")
    return first, last if dots else first
