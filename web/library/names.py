"""What stands under the name `xunzhang` in a Python program."""

from corpus.errors import XunzhangError as Error
from web.library.arguments import WrongArgument as WrongArgument
from web.library.corpus import Corpus as Corpus
from web.library.corpus import open as open
from web.library.made import Spread as Spread
from web.library.rows import Cell as Cell
from web.library.rows import Found as Found
from web.library.rows import Hit as Hit
from web.library.rows import Holding as Holding
from web.library.rows import Line as Line
from web.library.rows import Rows as Rows
from web.library.rows import SectionText as SectionText

__all__ = ["Error"]
