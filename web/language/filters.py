"""Text on its way into a page: escaped, marked, figures with separators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from flask import Flask
from markupsafe import Markup, escape

from corpus.scanned import is_doubtful
from corpus.store.public import source_name
from search.answer import Range, Snippet
from web.escaping import escaped

LANGUAGE_OF: Final = {"hans": "zh-Hans", "hant": "zh-Hant"}
OURS: Final = {"zh": "zh-Hans", "en": "en"}  # the language of a page
# Chromium puts the air that stands between Han and figures around these signs, too (156, in pages
# in Chinese): a comma of the keyboard would float between two words.
KEYBOARD: Final = re.compile(r"((?<=[\u3400-\u9fff])[,.:;!?]+|[,.:;!?]+(?=[\u3400-\u9fff]))")
YEAR: Final = re.compile(r"(\d{4}年度?)")


def register(app: Flask) -> None:
    """Make the filters, and the test of a scan, known to the templates."""
    app.jinja_env.tests["doubtful"] = is_doubtful
    app.jinja_env.filters.update(
        marked=marked, close=close, titled=titled, figure=figure, lang=language, source=source_name, years=years
    )
    app.jinja_env.filters.update(tongue=tongue, tongue_within=tongue_within)


def marked(snippet: Snippet) -> Markup:
    """A snippet as HTML: everything escaped, each range in a `<mark>`.

    >>> marked(Snippet("<b>一网通办</b>", ((3, 7),)))
    Markup('&lt;b&gt;<mark>一网通办</mark>&lt;/b&gt;')
    """
    return Markup("".join(_cut(snippet.text, snippet.ranges)))


def _cut(text: str, ranges: Iterable[Range]) -> Iterator[str]:
    here = 0
    for start, end in ranges:
        yield _closed(text[here:start])
        yield f"<mark>{_closed(text[start:end])}</mark>"
        here = end
    yield _closed(text[here:])


def close(text: str) -> Markup:
    """Text as HTML in which no air is put around the signs of a keyboard.

    >>> close("应公开,尽公开&1,234件")
    Markup('应公开<span class="close">,</span>尽公开&amp;1,234件')
    """
    return Markup(_closed(text))


def _closed(text: str) -> str:
    if not KEYBOARD.search(text):
        return escaped(text)
    pieces = enumerate(map(escaped, KEYBOARD.split(text)))
    return "".join([f'<span class="close">{piece}</span>' if place % 2 else piece for place, piece in pieces])


def titled(text: str | None) -> Markup:
    """A title as HTML that does not break between a year and its 年.

    >>> titled("某某区2023年度报告")
    Markup('某某区<span class="whole">2023年度</span>报告')
    """
    pieces = YEAR.split(text or "")
    return Markup("").join(
        Markup('<span class="whole">{}</span>').format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )


def figure(number: int) -> str:
    """A number as one reads it.

    >>> figure(54012)
    '54,012'
    """
    return f"{number:,}"


def language(script: str) -> str:
    """The language tag of a script, for text that is quoted as it stands."""
    return LANGUAGE_OF.get(script, "zh")


@lru_cache
def tongue(script: str, page: str) -> Markup:
    """The attribute that names the language of quoted text, "" where the page in `page` ("zh" or
    "en") says it already: a page of hits would say it four hundred times.

    >>> tongue("hant", "zh"), tongue("hans", "en"), tongue("hans", "zh")
    (Markup(' lang="zh-Hant"'), Markup(' lang="zh-Hans"'), Markup(''))
    """
    return _attribute(language(script), OURS[page])


@lru_cache
def tongue_within(page: str, script: str) -> Markup:
    """The same for our own words within quoted text.

    >>> tongue_within("zh", "hant"), tongue_within("en", "hans"), tongue_within("zh", "hans")
    (Markup(' lang="zh-Hans"'), Markup(' lang="en"'), Markup(''))
    """
    return _attribute(OURS[page], language(script))


def _attribute(language: str, around: str) -> Markup:
    return Markup("") if language == around else Markup(' lang="{}"').format(language)


def years(value: str) -> str:
    """A choice of years as one reads it.

    >>> years("2021..2023"), years("2021.."), years("..2019"), years("2022")
    ('2021–2023', '2021–', '–2019', '2022')
    """
    return value.replace("..", "–")
