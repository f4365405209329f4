"""Places as people name them, made the codes that addresses hold."""

from __future__ import annotations

from typing import Final

from corpus.gazetteer.divisions import called, codes_named, rank_of

# The rank of a county: no facet has counties.
COUNTY: Final = 3


def code(region: str) -> str:
    """The code of a province or city given by its name; of one name for both the province. What is
    no name stays.

    >>> code("江苏"), code("320000"), code("火星")
    ('320000', '320000', '火星')
    """
    codes = (*codes_named(region), *called().get(region, ()))
    return min((code for code in codes if rank_of(code) < COUNTY), key=rank_of, default=region)
