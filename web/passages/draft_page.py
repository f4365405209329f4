"""The page of a draft: what is formula in it, what is new, what comes nearest. Nothing of it is kept."""

from __future__ import annotations

from typing import Any, Final

from flask import Flask, Response, abort, make_response, render_template, request

from corpus.errors import XunzhangError
from corpus.saying import Saying
from search.across.passages import MOST_CHARACTERS, Compared, Near, Passages
from search.engine import Entry
from search.request import Request
from web.address.parameters import State, read_language
from web.address.sharing import DRAFT
from web.errors import status_of
from web.passages.figures import figures
from web.passages.page import most_held, widest
from web.passages.pasted import NoDraft, pasted
from web.passages.records import holder_url
from web.passages.set_draft import set_draft
from web.passages.wording import notes
from web.shelf import held_report, shelf

# Where a browser says from where it sends; others may not send.
OWN: Final = (None, "same-origin", "none")
MOST_NAMES: Final = 400  # issuers that the form offers; where there are more, names are typed whole


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule(DRAFT, "draft_page", draft_page, methods=["GET", "POST"])


def draft_page() -> Response:
    """The form; and, when a draft was sent, what is told of it. What cannot be read is said above the
    form, which keeps the text."""
    lang = read_language(request.args)
    if request.method == "GET":
        return make_response(_page(lang))
    if request.headers.get("Sec-Fetch-Site") not in OWN:
        abort(403)
    text, issuer = "", ""
    try:
        text = pasted()
        issuer = request.form.get("issuer", "").strip()
        return make_response(_told(lang, text, issuer))
    except XunzhangError as error:
        if status_of(error) >= 500:
            raise
        return make_response(_page(lang, text=text, issuer=issuer, error=error.said), status_of(error))


def _page(lang: str, **shown: Any) -> str:
    return render_template(
        "draft.html",
        state=State(Request(), lang=lang),
        most=MOST_CHARACTERS,
        issuers=_names(),
        **{"text": "", "issuer": "", "error": "", "found": None, "figures": [], **shown},
    )


def _names() -> list[str]:
    """The issuers that can be chosen; none where there is no index to ask, or too many."""
    try:
        names = sorted(zone for zone in shelf().zones() if zone)
    except XunzhangError:
        return []
    return names if len(names) <= MOST_NAMES else []


def _told(lang: str, text: str, issuer: str) -> str:
    if not text.strip():
        raise NoDraft(Saying("没有文字；请粘贴稿子，或选一个 Word 文件。"))
    last = _last(issuer) if issuer else None
    found = shelf().engine.passages(Compared(text, follows=last.id if last else "", nearest=True))
    shown = _shown(text, found, lang)
    if last:
        shown["figures"] = figures(text, held_report(shelf(), last.id), lang)
    return _page(lang, text=text, issuer=issuer, found=found, last=last, **shown)


def _shown(text: str, found: Passages, lang: str) -> dict[str, Any]:
    return {
        "paragraphs": set_draft(text, found.stretches),
        "notes": list(notes(found)),
        "formulas": [(each, holder_url(each.oldest, lang)) for each in most_held(found.formulas)],
        "passages": [(each, holder_url(each.oldest, lang)) for each in most_held(found.passages)],
        "masked": [(each, holder_url(each.oldest, lang)) for each in widest(found)],
        "near": _likest(found, lang),
        "unlike": [each for each in found.new if each.holder is None and each.is_sought],
        "unsought": [each for each in found.new if not each.is_sought],
    }


def _likest(found: Passages, lang: str) -> list[tuple[Near, str]]:
    """The new sentences that are like a held one, the likest first, each with its address."""
    near = [(each, holder_url(each.holder, lang)) for each in found.new if each.holder]
    return sorted(near, key=lambda pair: -(pair[0].likeness or 0))


def _last(issuer: str) -> Entry:
    """The newest report held of an issuer. Raises NoDraft for one that is not held."""
    held = shelf().zones().get(issuer, ())
    if not held:
        raise NoDraft(Saying("没有收录“%(name)s”的报告；请写收录一览里的全名，或留空。", name=issuer))
    return max(held, key=lambda each: (each.year or 0, each.id))
