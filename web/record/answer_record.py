"""An answer as the plain values the API promises. The page loops over the same facets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from search.answer import Answer, FacetValue, Hit, KwicLine, Note
from search.name.listing import listing
from search.named import Body, ReportHit
from web.address import links
from web.address.parameters import Reading, State
from web.record.cause_records import cause_records


def answer_record(answer: Answer, state: State) -> dict[str, Any]:
    """What `/api/search` gives. The `url` of a facet value is the same search of the API with that
    value toggled."""
    total = answer.total
    return {
        "version": answer.version,
        "query": {"text": answer.text, "interpreted": answer.interpreted},
        "total": {
            "sections": total.sections,
            "reports": total.reports,
            "zones": total.zones,
            "occurrences": total.occurrences,
            "exact": total.exact,
        },
        "counts": "reports" if answer.whole else "sections",
        "hits": [hit_record(hit, answer.text) for hit in answer.hits],
        "partial": _partial(answer),
        "causes": cause_records(answer, state),
        "bodies": [body_record(body) for body in answer.bodies],
        "reports": [report_record(report) for report in answer.reports],
        "facets": {
            facet: facet_records(facet, values, state, links.API_SEARCH) for facet, values in answer.facets.items()
        },
        "notes": list(answer.notes),
        "readings": [
            {"text": note.text, "label": note.label, "q": note.q, "url": url} for note, url in readings(answer, state)
        ],
    }


def readings(answer: Answer, state: State, path: str = links.API_SEARCH) -> list[tuple[Note, str]]:
    """What was forgiven in the query, each with the address of the search that it offers, "" where
    it offers none."""
    from_start = ((note, links.with_request(state, q=note.q)) for note in answer.readings)
    return [(note, links.search(other, path) if note.q else "") for note, other in from_start]


def _partial(answer: Answer) -> dict[str, Any] | None:
    if answer.partial is None:
        return None
    parts = [hit_record(hit, answer.text) | {"missing": list(lacks)} for hit, lacks in answer.partial.hits]
    return {"sections": answer.partial.sections, "hits": parts}


def hit_record(hit: Hit, text: str) -> dict[str, Any]:
    """A section that matches; ranges count code points of the snippet's text."""
    return {
        "report": hit.report,
        "section": hit.section,
        "url": hit_url(hit.report, hit.section, text),
        "permalink": links.permalink(hit.report, hit.section, hit.fingerprint),
        "title": hit.title,
        "zone": hit.zone,
        "province": hit.province,
        "city": hit.city,
        "year": hit.year,
        "kind": hit.kind,
        "part": hit.part,
        "headings": list(hit.headings),
        "score": hit.score,
        "occurrences": hit.occurrences,
        "snippet": {"text": hit.snippet.text, "ranges": [list(pair) for pair in hit.snippet.ranges]},
        "scan": hit.scan,
    }


def hit_url(report: str, section: str, text: str, paragraph: int | None = None, lang: str = "zh") -> str:
    """The page of a report with the query's marks drawn, at a section or at one of its
    paragraphs."""
    return links.report(report, Reading(q=text, lang=lang), links.section_anchor(section, paragraph))


def report_record(report: ReportHit) -> dict[str, Any]:
    """A report whose title, issuer, year or document number holds all that was typed."""
    return {
        "report": report.report,
        "title": report.title,
        "zone": report.zone,
        "year": report.year,
        "kind": report.kind,
        "number": report.number,
        "url": links.report(report.report),
    }


def body_record(body: Body) -> dict[str, Any]:
    """An issuer that the query names."""
    return {"zone": body.zone, "reports": body.reports, "years": list(body.years), "url": links.zone(body.zone)}


def all_named(answer: Answer, state: State) -> str | None:
    """The address of the list of all reports that the query names; None where a page shows them
    all."""
    q = listing(answer.text) if answer.named.reports > answer.named.shown else ""
    return links.search(replace(links.with_request(state, q=q), view="reports")) if q else None


def facet_records(facet: str, values: Iterable[FacetValue], state: State, path: str) -> list[dict[str, Any]]:
    """The values of a facet with the addresses that toggle them; a region carries its
    `children`."""
    address = links.choosing(state, facet, path)
    return [_facet_record(facet, value, address) for value in values]


def _facet_record(facet: str, value: FacetValue, address: Callable[[tuple[str, ...]], str]) -> dict[str, Any]:
    record = {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "url": address(value.toggled),
    }
    if facet == "region":
        record["children"] = [_facet_record(facet, child, address) for child in value.children]
    return record


def kwic_record(line: KwicLine, text: str) -> dict[str, Any]:
    """One occurrence in its context."""
    return {
        "report": line.report,
        "section": line.section,
        "url": hit_url(line.report, line.section, text),
        "left": line.left,
        "match": line.match,
        "right": line.right,
        "zone": line.zone,
        "year": line.year,
        "permalink": links.permalink(line.report, line.section, line.fingerprint),
        "title": line.title,
        "province": line.province,
        "city": line.city,
        "kind": line.kind,
        "part": line.part,
        "headings": list(line.headings),
    }
