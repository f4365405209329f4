"""The filters of an address: values chosen in facets, read and checked.

A span of years may come as two values, `year_from` and `year_to`, as a form without a script sends
them; it means `year=2019..2022`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.saying import Saying
from search.request import FACETS
from web.address.argument import Arguments, BadParameter, every, one, short

# Values chosen in all facets together, and their characters: choosing by hand ends with the 34
# provinces; an answer repeats them in the link of every value, so 2,000 of them took 66 MB.
MAX_VALUES: Final = 100
MAX_CHOSEN: Final = 2_000
MAX_VALUE: Final = 200  # characters of a filter value: no name of a zone comes near
YEAR: Final = re.compile(r"(?:[0-9]{4}|[0-9]{4}\.\.(?:[0-9]{4})?|\.\.[0-9]{4})?")
ONE_YEAR: Final = re.compile(r"(?:[0-9]{4})?")
REGION: Final = re.compile(r"(?:[0-9]{6})?")
ENDS: Final = ("year_from", "year_to")


def read_filters(arguments: Arguments) -> Mapping[str, tuple[str, ...]]:
    """For each facet in use the values chosen in it, every value once. Raises BadParameter."""
    chosen = {facet: tuple(dict.fromkeys(every(arguments, facet))) for facet in FACETS}
    if has_span(arguments):
        chosen["year"] = _span(arguments)
    _check_number([value for values in chosen.values() for value in values])
    for facet, values in chosen.items():
        for value in values:
            check_value(facet, value)
    return {facet: values for facet, values in chosen.items() if values}


def has_span(arguments: Arguments) -> bool:
    """Whether the years come as two values, to be written as one."""
    return any(one(arguments, name) is not None for name in ENDS)


def _span(arguments: Arguments) -> tuple[str, ...]:
    """The span, the lesser year first; an empty end is open."""
    first, last = ((one(arguments, name) or "").strip() for name in ENDS)
    for value in (first, last):
        if not ONE_YEAR.fullmatch(value):
            check_value("year", f"{value}?")
    if first and last:
        first, last = sorted((first, last))
    if first == last:
        return (first,) if first else ()
    return (f"{first}..{last}",)


def _check_number(values: Sequence[str]) -> None:
    if len(values) > MAX_VALUES:
        raise BadParameter(
            Saying(
                "筛选一共选了 %(n)s 个值，太多了；请留下 %(most)s 个以内。",
                n=f"{len(values):,}",
                most=MAX_VALUES,
            )
        )
    if (characters := sum(map(len, values))) > MAX_CHOSEN:
        raise BadParameter(Saying("筛选的值一共有 %(n)s 个字，太长了；请少选几个。", n=f"{characters:,}"))


def check_value(facet: str, value: str) -> None:
    """Raises BadParameter for a value that means nothing in its facet."""
    if facet == "year" and not YEAR.fullmatch(value):
        raise BadParameter(
            Saying("年份“%(value)s”读不懂；请写成 2023、2021..2023、2021.. 或 ..2019。", value=short(value))
        )
    if facet == "region" and not REGION.fullmatch(value):
        raise BadParameter(Saying("地区“%(value)s”读不懂；请用六位行政区划代码，如 440000。", value=short(value)))
    if len(value) > MAX_VALUE:
        raise BadParameter(
            Saying("筛选 %(name)s 的值有 %(n)s 个字，太长了；请从左栏里选。", name=facet, n=f"{len(value):,}")
        )
