"""Sentences that come from below the site, in the language of the page: search, corpus and index
speak Chinese and know nothing of Babel.

What is quoted in them (what was typed, names, titles) stays as it is and, in an English page, says
that it is Chinese.
"""

from __future__ import annotations

import re
from typing import Final

from flask import Flask
from markupsafe import Markup, escape

from corpus.saying import Saying
from corpus.text.script import script_of
from web.language.filters import language
from web.language.languages import HAN, current
from web.language.sentences import gettext

RUN: Final = re.compile(f"({HAN.pattern}+)")


def register(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.jinja_env.filters.update(told=told, plainly=plainly, mixed=mixed)


def told(sentence: str) -> Markup:
    """A sentence as HTML in the language of the page; what cannot be translated is marked as
    Chinese."""
    if current() == "zh":
        return escape(str(sentence))
    if not isinstance(sentence, Saying):
        return _quoted(sentence)
    english = gettext(sentence.template)
    if english == sentence.template and HAN.search(english):  # a version before or after this one said it
        return _quoted(sentence)
    template = escape(english)
    values = {name: told(value if isinstance(value, str) else str(value)) for name, value in sentence.values.items()}
    return template % values if values else template


def plainly(sentence: str) -> str:
    """What is told, as plain text for programs and titles."""
    if current() == "zh" or not isinstance(sentence, Saying):
        return str(sentence)
    template = str(gettext(sentence.template))
    values = {name: plainly(value) if isinstance(value, str) else value for name, value in sentence.values.items()}
    return template % values if values else template


def mixed(text: str) -> Markup:
    """Text of ours with Chinese words in it: in an English page each of them is marked."""
    if current() == "zh":
        return escape(text)
    pieces = RUN.split(text)
    return Markup("").join(_quoted(piece) if place % 2 else escape(piece) for place, piece in enumerate(pieces))


def _quoted(text: str) -> Markup:
    if not HAN.search(text):
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(language(script_of(text)), text)
