"""The page of a section's like: how others write about it, one of them side by side; and the same for
programs."""

from __future__ import annotations

from typing import Any

from flask import Flask, render_template, request

from corpus.records import PARTS, Report, Section
from search.across.elsewhere import Alike, Like
from search.request import Request
from web.address.comparing import changes
from web.address.parameters import Reading, State
from web.alike.asked import Asked, address, read_asked
from web.alike.records import alike_record
from web.alike.topic import section_of, topic_of
from web.language.languages import name_of
from web.pages.typeset import label
from web.reading.excerpt import excerpt
from web.shelf import held_report, shelf

PRESCRIBED = tuple(part for part in PARTS if part != "其他")


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/r/<identity>/<section>/alike", "alike_page", alike_page)
    app.add_url_rule("/api/reports/<identity>/<section>/alike", "api_alike", api_alike)


def api_alike(identity: str, section: str) -> dict[str, Any]:
    """The sections most like one."""
    asked = read_asked(request.args, identity, section)
    report = held_report(shelf(), identity)
    return alike_record(_found(report, section_of(report, section), asked), asked)


def alike_page(identity: str, section: str) -> str:
    """How other issuers write about the topic of a section, and how its own issuer did in other
    years."""
    asked = read_asked(request.args, identity, section)
    report = held_report(shelf(), identity)
    wanted = section_of(report, section)
    found = _found(report, wanted, asked)
    return render_template(
        "alike.html",
        state=State(Request(), lang=asked.lang),
        reading=Reading(lang=asked.lang),
        asked=asked,
        address=address,
        report=report,
        section=wanted,
        label=label(wanted),
        found=found,
        bodies=[(each, excerpt(each.hit), _beside(each, asked)) for each in found.bodies],
        years=[(_named(each, report), each, _beside(each, asked)) for each in found.own_years],
        part=wanted.part if wanted.part in PRESCRIBED else None,
        pair=_pair(asked),
        compared=changes,
    )


def _found(report: Report, section: Section, asked: Asked) -> Alike:
    return shelf().engine.alike(topic_of(report, section), asked.limit, asked.within == "part")


def _named(each: Like, report: Report) -> str:
    """What another report of the same issuer is called: its year, and its kind where that is
    another."""
    kind = "" if each.hit.kind == report.kind else name_of(each.hit.kind)
    return f"{each.hit.year or '—'} {kind}".strip()


def _beside(each: Like, asked: Asked) -> str:
    """The address that shows it beside the section."""
    return address(asked, beside=f"{each.hit.report}/{each.hit.section}") + "#beside"


def _pair(asked: Asked) -> tuple[Report, Section] | None:
    """The section that is read beside the one asked about. Raises what `held_report` and
    `section_of` raise."""
    if not asked.beside:
        return None
    identity, _, section = asked.beside.partition("/")
    report = held_report(shelf(), identity)
    return report, section_of(report, section)
