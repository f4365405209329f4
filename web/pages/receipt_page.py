"""`/r/<id>/receipt`: the raw page beside what cleaning made of it, and everything that was removed
or repaired, by rule.

The raw page is shown as text: escaped, numbers of persons masked. It opens for refused pages only
where `serve` shows them.
"""

from __future__ import annotations

from flask import Flask, render_template, request

from corpus.intake.reclean import primary
from corpus.load.decode import UnreadableText, decode
from corpus.load.scan import picture
from corpus.masked import masked
from corpus.records import Page, Report
from corpus.text.mask_candidate import AROUND
from corpus.text.mask_markup import mask_markup
from web.address.parameters import Reading, State, read_language
from web.pages.receipt import PICTURES, full
from web.shelf import held_report, shelf

LONGEST_RAW = 300_000  # characters of a raw page that are sent; what is past them is said to be left out


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/r/<identity>/receipt", "receipt_page", receipt_page)


def receipt_page(identity: str) -> str:
    """What cleaning did to one page. Raises what `held_report` does; a refused page has a receipt
    where the site shows such."""
    lang = read_language(request.args)
    at_hand = shelf()
    report = at_hand.store.readable(identity) if at_hand.show_refused else None
    report = masked(report) if report else held_report(at_hand, identity)
    raw, left_out = raw_text(report) or (None, 0)
    return render_template(
        "receipt.html",
        state=State(lang=lang),
        reading=Reading(lang=lang),
        noted=(report.id,),
        report=report,
        rules=full(report.receipt),
        raw=raw,
        left_out=left_out,
        cleaned=[section.text.split("\n") for section in report.sections],
    )


def raw_text(report: Report) -> tuple[str, int] | None:
    """The beginning of the raw page that the report was cleaned from, as text that may be shown,
    and how many characters are left out; None where the page is not kept or no text."""
    page = primary(shelf().store, report.id)
    return None if page is None else _shown(page)


def _shown(page: Page) -> tuple[str, int] | None:
    if page.body.startswith((b"%PDF", b"PK\x03\x04", *picture.MARKS)):
        return None
    try:
        text, _ = decode(page.body, page.content_type)
    except UnreadableText:
        return None
    shown = mask_markup(text[: LONGEST_RAW + AROUND])[:LONGEST_RAW]
    return shown.translate(PICTURES), max(0, len(text) - LONGEST_RAW)
