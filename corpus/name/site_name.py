"""The site's name behind a title: 「东湖县2023年度报告_东湖县人民政府」, 「… - 东湖在线」.

Strokes and hyphens set it off. In a page's own tag the last piece is the site's name whatever it is
called; elsewhere a hyphen without blanks counts only before what is called like a site, for titles
have hyphens too (2022-2023年).
"""

from __future__ import annotations

import re

_STROKES = r"\s*[_|｜»>]+\s*"
_CALLED = r"(?:网|政府|门户|委员会|局|厅|区|县|市)"
_SETS_OFF = re.compile(rf"{_STROKES}|\s+[-—–]+\s+|[-—–](?=[^-—–]*{_CALLED}$)")
_MAY_SET_OFF = re.compile(r"[_|｜»>\-—–]")
# In a tag any of them does, but for a hyphen between figures. A name has two characters at least, and
# more than 40 are a sentence.
_LAST_OF_TAG = re.compile(r"\s*(?:[_|—–]|-(?=\D))+\s*(?P<site>[^-_|—–]{2,40})$")


def may_set_off(text: str) -> bool:
    """Has the text a sign that could set a site's name off? Most lines have none, and this says so
    at once."""
    return bool(_MAY_SET_OFF.search(text))


def pieces(text: str) -> list[str]:
    """A title, and what is set off from it.

    >>> pieces("东湖县2022-2023年报告 - 东湖在线|首页")
    ['东湖县2022-2023年报告', '东湖在线', '首页']
    """
    return [piece for piece in _SETS_OFF.split(text) if piece.strip()]


def site_of_tag(tag: str) -> str:
    """The last piece of a page's own tag: the site's name, where it has one.

    >>> site_of_tag("东湖县2022-2023年报告-东湖在线")
    '东湖在线'
    """
    found = _LAST_OF_TAG.search(tag)
    return found["site"] if found else tag


def without_last(tag: str) -> str:
    """A page's own tag without its last piece; as it stands where nothing is set off.

    >>> without_last("东湖县2022-2023年报告-东湖在线")
    '东湖县2022-2023年报告'
    """
    return _LAST_OF_TAG.sub("", tag)
