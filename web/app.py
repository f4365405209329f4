"""The site: one Flask application over one data folder."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request

from web import compression, errors, private, security, serialising, theme
from web.address import bounds, links, place, sharing
from web.alike import page as alike_page
from web.api import exports, feed, holdings, references, routes, sitemap, whole
from web.changes import page as changes_page
from web.changes import routes as changes_routes
from web.escaping import Templates
from web.finding import advanced_page, mine_page
from web.language import filters, languages, negotiated, told
from web.language.equivalence import equivalences
from web.pages import coverage_page, help_page, permalink, receipt_page, report_page, search_page, zones_page
from web.passages import draft_page
from web.passages import page as shared_page
from web.passages import routes as passages_routes
from web.phrase import page as phrase_page
from web.phrase import routes as phrase_routes
from web.serving import refusals
from web.shelf import EXTENSION, Shelf, shelf


def create_app(data: Path, *, show_refused: bool = False, address: str = "", hosts: Sequence[str] = ()) -> Flask:
    """The site over `data`. Nothing is opened before the first request, so a missing index is an
    answer, not a crash.

    Of a page that was refused only the reason is told, unless `show_refused`: it may be what was
    added by mistake. `address` is where the site is found, in files that are taken away; `hosts`
    are the names by which it may be asked besides.
    """
    logging.getLogger(__package__).setLevel(logging.INFO)
    app = Flask(__name__, root_path=str(Path(__file__).parent), static_folder="static")
    app.jinja_environment = Templates
    serialising.register(app)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions[EXTENSION] = Shelf(Path(data), show_refused=show_refused)
    for module in (
        private,
        compression,
        bounds,
        refusals,
        place,
        negotiated,
        languages,
        filters,
        told,
        security,
        errors,
        theme,
        search_page,
        report_page,
        receipt_page,
        permalink,
        zones_page,
        coverage_page,
        help_page,
        advanced_page,
        mine_page,
        exports,
        feed,
        whole,
        holdings,
        references,
        sitemap,
        routes,
        phrase_page,
        phrase_routes,
        shared_page,
        draft_page,
        passages_routes,
        changes_page,
        changes_routes,
        alike_page,
    ):
        module.register(app)
    app.config.update(ADDRESS=address.rstrip("/"), HOSTS=place.trusted(address, hosts))
    app.context_processor(everywhere)
    return app


def everywhere() -> dict[str, Any]:
    """What every template may use."""
    lang = languages.current()
    return {
        "lang": lang,
        "engine": shelf().state(),
        "links": links,
        "sharing": sharing,
        "site_root": place.root,
        "name_of": languages.name_of,
        "counted": languages.counted,
        "unit_name": languages.unit_name,
        "equivalence_name": languages.equivalence_name,
        "equivalences": equivalences,
        "field_name": languages.field_name,
        "notice_over": notice_over,
        "theme": theme.theme(),
        "themes": theme.THEMES,
        "asset": asset,
        "other_language": other_language(lang),
    }


def asset(name: str) -> str:
    """The address of a static file; it changes with the site, so that browsers may keep it for
    good."""
    return f"/static/{name}?v={current_app.config['SITE_DIGEST']}"


def other_language(lang: str) -> str:
    """This page in the other language; "" for an address that is too long to be repeated."""
    if bounds.is_too_long():
        return ""
    found = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    if lang == "en":
        return links.page_with(request.path, [*found, ("lang", "zh")] if negotiated.prefers_english() else found)
    return links.page_with(request.path, [*found, ("lang", "en")])


def notice_over(shown: Iterable[str] | None) -> tuple[str, str] | None:
    """What the corpus says about the reports that are shown, in the language of the page, and the
    language tag of that."""
    return languages.spoken(shelf().notice_over(shown), languages.current())
