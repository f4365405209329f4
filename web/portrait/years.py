"""Sections by year as bars: one axis over all years from the first held to the last, in proportion,
zero as zero, and a year of which nothing is held told from one that says nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from search.answer import FacetValue
from search.query.years import read_years
from web.address import links
from web.address.parameters import PER, State
from web.language.choices import Choice
from web.language.languages import counted, current
from web.language.sentences import gettext

# So many bars stand beside each other in 14rem, each 24 px wide at least and with room for its
# number; more of them are rows, one below the other.
FEW: Final = 6
MOST: Final = 24  # rows, less than a window is high; what is older is one row: seventy were a third of a page's weight
Address = Callable[[tuple[str, ...]], str]
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
    """The axis, oldest first. `ways`: what bars can count. `earlier`: the search within the years
    that no bar is drawn for, where there are so many."""

    bars: tuple[Bar, ...]
    ways: tuple[Choice, ...]
    earlier: Choice | None

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
    address, chosen = links.choosing(state, "year"), state.request.filters.get("year", ())
    said = [_name(year, counts.get(year, 0), reports.get(year, 0), unit, per, current()) for year in span]
    bars = [
        _bar(year, name, shown.get(year), most, per, chosen, address) for year, name in zip(span, said, strict=True)
    ]
    return Years(tuple(bars[-MOST:]), _ways(state) if unit == "sections" else (), _earlier(span[:-MOST], state))


def _earlier(cut: range, state: State) -> Choice | None:
    if not cut:
        return None
    url = links.search(links.with_choice(state, "year", (f"..{cut[-1]}",)))
    return Choice(gettext("%(year)s 年和更早", year=cut[-1]), url)


def _bar(
    year: int, name: str, value: float | None, most: float, per: bool, chosen: tuple[str, ...], address: Address
) -> Bar:
    """`value`: what the bar shows, None for a year of which nothing is held."""
    if value is None:
        return Bar(year, 0, "", name, None, False)
    share = max(LEAST, round(100 * value / most, 1)) if value else 0
    return Bar(year, share, _number(value, per), name, address(_toggled(str(year), chosen)), _is_in(year, chosen))


@lru_cache(maxsize=4096)
def _name(year: int, count: int, held: int, unit: str, per: bool, lang: str) -> str:  # noqa: ARG001
    """All that is known of a year, in the language of the page, `lang`. Kept: translating it is
    most of the work of an axis."""
    if not held:
        return str(gettext("%(year)s 年没有收录", year=year))
    figures = {"n": counted(unit, count), "held": counted("reports", held)}
    name = str(gettext("%(year)s 年 %(n)s，收录 %(held)s", year=year, **figures))
    return str(gettext("%(name)s，每份 %(n)s 段", name=name, n=_number(count / held, per))) if per else name


def _number(value: float, per: bool) -> str:
    """A number as one reads it: whole, or with two decimals.

    >>> _number(1272, False), _number(0.8333, True)
    ('1,272', '0.83')
    """
    return f"{value:,.2f}" if per else f"{value:,.0f}"


def _toggled(year: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The years chosen once this one is toggled; spans go, as in the list of years."""
    if year in chosen:
        return tuple(value for value in chosen if value != year)
    return (*(value for value in chosen if ".." not in value), year)


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
