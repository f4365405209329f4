"""An address as a page writes it: a Han character as it stands is three bytes, as %XX it is nine.

Browsers ask for the same address either way, and a page has hundreds of them. What leaves the site,
JSON, tables, feeds and headers, has the string itself, in ASCII.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

from markupsafe import Markup, escape

ENCODED: Final = re.compile(r"(?:%[89A-F][0-9A-F])+")  # bytes of characters beyond ASCII


class Address(str):
    """An address of the site, in ASCII; in HTML what can be read of it is written as it reads.

    >>> str(Address("/search?q=%E5%AE%A1%22&sort=zone")), escape(Address("/search?q=%E5%AE%A1%22&sort=zone"))
    ('/search?q=%E5%AE%A1%22&sort=zone', Markup('/search?q=审%22&amp;sort=zone'))
    """

    __slots__ = ()

    def written(self) -> str:
        """The address as HTML, characters beyond ASCII as they are. Its pieces are kept: the
        addresses of a page repeat few of them hundreds of times (0.6 µs each, 2.1 without)."""
        return "&amp;".join(map(_written, self.split("&")))

    def __html__(self) -> Markup:
        return Markup(self.written())


@lru_cache(maxsize=8192)
def _written(piece: str) -> str:
    return str(escape(ENCODED.sub(_read, piece)))


def _read(found: re.Match[str]) -> str:
    """The characters of these bytes, but for those that cannot be seen.

    >>> ENCODED.sub(_read, "%E5%AE%A1%E3%80%80%E2%80%AE")
    '审%E3%80%80%E2%80%AE'
    """
    return "".join([each if each.isprintable() else quote(each) for each in unquote(found[0])])
