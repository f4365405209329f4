"""Which machine's a page is, where several add the same files: told from the page alone, so nobody
has to ask the others.

A page of the web goes by its address, without what does not tell pages apart, and a page that may
go on with another (`…_2.html`) by that one's; a file goes by its bytes, for equal files are one
report. So all that becomes one report by its address or its bytes alone comes to one machine,
except pages of the web with equal bytes at two addresses: those, and twins, are told when the
shares are gathered (`corpus.intake.gather`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import XunzhangError
from corpus.identity import canonical, sha256
from corpus.records import Page
from corpus.saying import Saying
from corpus.strip.continued import first_page

_WRITTEN = re.compile(r"([1-9]\d{0,4})/([1-9]\d{0,4})")


class BadShare(XunzhangError):
    """A share that cannot be."""

    code = "bad_share"


@dataclass(frozen=True, slots=True)
class Share:
    """The share `number` (from 1) of `count`: every page is in exactly one."""

    number: int
    count: int

    @classmethod
    def read(cls, written: str) -> Share:
        """A share as it is typed, 2/8. Raises BadShare.

        >>> Share.read("2/8")
        Share(number=2, count=8)
        """
        found = _WRITTEN.fullmatch(written)
        number, count = map(int, found.groups()) if found else (1, 0)
        if number > count:
            raise BadShare(
                Saying("“%(written)s”不是分片；请写成 2/8 这样：一共 8 份，这里是第 2 份。", written=written)
            )
        return cls(number, count)

    def holds(self, page: Page) -> bool:
        """Is the page in this share?"""
        return int(sha256(_key(page))[:16], 16) % self.count == self.number - 1


def _key(page: Page) -> bytes:
    """By what a page is told to a share: the same for all that is one report by itself."""
    if page.url is None:
        return page.body
    address = page.address
    while found := first_page(address):
        address = found[0]
    return canonical(address).encode(errors="surrogatepass")
