"""`/advanced`: a form for those who write no operators; the server writes the query."""

from __future__ import annotations

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.records import KINDS, PARTS
from web.address import links
from web.address.filters import read_filters
from web.address.parameters import State, read_language
from web.finding.query import DISTANCE, query_of, read_wanted
from web.portrait.held import held_by_year
from web.shelf import shelf

DISTANCES = (0, 5, DISTANCE, 20, 50, 100)  # characters that are offered between two words
SENT = "form"  # says that the form was sent, and not only opened


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/advanced", "advanced_page", advanced_page)


def advanced_page() -> str | Response:
    """The form; 302 to the search it asks for once it is sent."""
    state = State(lang=read_language(request.args))
    wanted = read_wanted(request.args)
    if SENT in request.args:
        filters = {facet: kept for facet, values in read_filters(request.args).items() if (kept := _said(values))}
        return redirect(links.search(links.with_request(state, q=query_of(wanted), filters=filters)))
    return render_template(
        "advanced.html",
        state=state,
        wanted=wanted,
        distances=DISTANCES,
        years=sorted(held_by_year(shelf().facts(), {})),
        parts=PARTS,
        kinds=KINDS,
    )


def _said(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values chosen; an empty one is a list left alone."""
    return tuple(value for value in values if value)
