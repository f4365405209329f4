"""Hides personal numbers in the source of a page: as it stands, and as a reader would see it."""

from __future__ import annotations

import re
from html import unescape

from corpus.text.mask import mask

# Tags that end a line; all others stand inside of one.
_BREAKS = re.compile(r"</?(?:p|div|br|tr|td|th|li|ul|ol|table|h\d|dd|dt|dl|section|article)\b", re.IGNORECASE)
_TOKEN = re.compile(r"<[^<>]{0,2000}>|&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,20});")
_END, _UNSEEN = "\n", "\u200b"


def mask_markup(source: str) -> str:
    """The source with personal numbers hidden, as long as it was; tags stay, entities go whole.

    >>> mask_markup("<p>138<b>0000</b>&#49;234</p>")
    '<p>138<b>****</b>********</p>'
    """
    masked = mask(source)
    if "<" not in masked and "&" not in masked:
        return masked
    seen, spans = _seen(masked)
    hidden = mask(seen)
    pieces = list(masked)
    for place, (before, after) in enumerate(zip(seen, hidden, strict=True)):
        if before != after and before != _UNSEEN:
            start, end = spans[place]
            pieces[start:end] = "*" * (end - start)
    return "".join(pieces)


def _seen(source: str) -> tuple[str, list[tuple[int, int]]]:
    """What a reader sees, a character for each tag and each entity; and where each stands."""
    seen: list[str] = []
    spans: list[tuple[int, int]] = []
    here = 0
    for match in _TOKEN.finditer(source):
        seen += source[here : match.start()]
        spans += [(at, at + 1) for at in range(here, match.start())]
        seen.append(_as_seen(match[0]))
        spans.append(match.span())
        here = match.end()
    seen += source[here:]
    spans += [(at, at + 1) for at in range(here, len(source))]
    return "".join(seen), spans


def _as_seen(token: str) -> str:
    if token.startswith("<"):
        return _END if _BREAKS.match(token) else _UNSEEN
    character = unescape(token)
    return character if len(character) == 1 else _UNSEEN
