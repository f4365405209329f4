"""寻章 for Python programs: `xunzhang.open(folder)` gives a corpus that can be searched and counted.

import xunzhang
corpus = xunzhang.open("data")
for hit in corpus.search('"免扰清单"', year="2021..2023", region="江苏"):
    print(hit.zone, hit.year, hit.text)
corpus.matrix('"免扰清单"').to_pandas()
"""

from importlib.util import find_spec
from pathlib import Path
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
    try:
        from web.library import names
    except ImportError as error:
        raise ImportError(_hidden() or str(error)) from error
    return getattr(names, name)


def _hidden() -> str:
    """What hides our folders in a checkout, in a sentence; "" where nothing does. In a wheel they lie
    in here, and nothing can."""
    beside = Path(__file__).parents[1]
    for name in () if Path(__file__).with_name("web").is_dir() else ("corpus", "index", "search", "web"):
        spec = find_spec(name)
        if spec and spec.origin and Path(spec.origin).parent != beside / name:
            return (
                f"{spec.origin} 挡住了寻章的 {name}；请换一个文件夹运行，或者安装寻章的 wheel。 / "
                f"{spec.origin} hides the {name} of Xunzhang; run this in another folder, or install its wheel."
            )
    return ""


def __dir__() -> list[str]:
    """What there is."""
    return __all__
