"""寻章 for Python programs: `xunzhang.open(folder)` gives a corpus that can be searched and counted.

import xunzhang
corpus = xunzhang.open("data")
for hit in corpus.search('"免扰清单"', year="2021..2023", region="江苏"):
    print(hit.zone, hit.year, hit.text)
corpus.matrix('"免扰清单"').to_pandas()
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.errors import XunzhangError as Error
    from web.library.arguments import WrongArgument
    from web.library.corpus import Corpus, open
    from web.library.made import Spread
    from web.library.rows import Cell, Found, Hit, Holding, Line, Rows, SectionText

__all__ = [
    "Cell",
    "Corpus",
    "Error",
    "Found",
    "Hit",
    "Holding",
    "Line",
    "Rows",
    "SectionText",
    "Spread",
    "WrongArgument",
    "open",
]


def __getattr__(name: str) -> Any:
    """What is asked for; imported only then, for the command needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from web.library import names

    return getattr(names, name)


def __dir__() -> list[str]:
    """What there is."""
    return __all__
