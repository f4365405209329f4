"""A report as the documents of the cluster: one a section, cut and folded here, so that both engines
search the same characters."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np

from corpus.describe.docnumber import comparable
from corpus.masked import masked
from corpus.records import Report, Section
from index.characters.lookup import GAP, decoded
from index.disk.document import documents
from index.disk.facts import COLUMNS, Facts
from index.opensearch.template import BEGINS, BETWEEN, ENDS, MOST_SECTIONS
from index.words.passage import Passage

# A section with less text behind its heading is a heading only, as `search.match.segment_view` has it.
BODY = 10
Document = dict[str, Any]


def sent(report: Report, stamp: str, number: int) -> list[Document]:
    """The documents of a report, in order. `number`: that of the report in the index. The first one
    carries what is known of the report as a whole."""
    made = list(documents(report, stamp))
    about = _paragraphs(decoded(made[0]["about"].text))[0] if made else []
    found = [_section(fields, about, number) for fields in made]
    source = _sound(made[0]["facts"].source.decode("utf8", "surrogatepass")) if made else ""
    for each in found:
        each["kept"]["source"] = source
    if found:
        ids = [fields["id"] for fields in made]
        whole = {
            "record": _record(report),
            "ids": ids,
            "sections": len(found),
            "characters": sum(each["length"] for each in found),
        }
        found[0] |= {"of_report": whole, "stamp": stamp}
    return found


def _section(fields: dict[str, Any], about: list[str], number: int) -> Document:
    facts: Facts = fields["facts"]
    passage: Passage = fields["text"]
    values = dict(zip(COLUMNS, facts.values, strict=True))
    text = decoded(passage.text)
    paragraphs, starts = _paragraphs(text)
    length = len(text) - text.count(chr(GAP))
    head = text[: facts.heading]
    kept = {
        "written": _sound(decoded(passage.written)),
        "hit": _sound(facts.hit.decode("utf8", "surrogatepass")),
        "heading": _as_written(facts.heading, passage),
    }
    found = {
        "id": fields["id"],
        "text": paragraphs,
        "edge": [
            _edges(part, passage.bounds[at : at + len(part) + 1]) for part, at in zip(paragraphs, starts, strict=True)
        ],
        "head": _paragraphs(head)[0],
        "head_edge": _head_edges(head, passage),
        "title": about[:1],
        "names": about[1:],
        "number": comparable(values["number"]),
        "report_n": number,
        "section_n": number * MOST_SECTIONS + facts.order,
        "order": facts.order,
        "length": length,
        "headed": facts.heading + BODY <= length,
        "kept": kept,
        **{name: values[name] for name in ("report", "year", "province", "city", "zone", "level", "part", "kind")},
    }
    # What is missing is left out: it then is missing there, too.
    return {name: value for name, value in found.items() if value not in ("", [])}


def _as_written(heading: int, passage: Passage) -> int:
    """Where a heading ends in the text as it was written; 0 where there is none."""
    return heading + int(passage.skips.searchsorted(heading - 1, "right")) if heading else 0


def _head_edges(head: str, passage: Passage) -> list[str]:
    paragraphs, starts = _paragraphs(head)
    return [_edges(part, passage.bounds[at : at + len(part) + 1]) for part, at in zip(paragraphs, starts, strict=True)]


def _paragraphs(text: str) -> tuple[list[str], list[int]]:
    """The paragraphs that hold anything, and where each begins."""
    found, at = [], 0
    for part in text.split(chr(GAP)):
        found += [(_sound(part), at)] if part else []
        at += len(part) + 1
    return [part for part, _ in found], [at for _, at in found]


def _edges(text: str, bounds: np.ndarray[Any, np.dtype[np.bool_]]) -> str:
    """A paragraph with the edges of its words marked. `bounds`: for each character whether a word
    begins or ends before it, and for what stands behind the last."""
    begins = bounds[: len(text)].tolist()
    ends = bounds[1 : len(text) + 1].tolist()
    ends += [True] * (len(text) - len(ends))
    marked = [
        f"{BEGINS if begin else ''}{character}{ENDS if end else ''}"
        for character, begin, end in zip(text, begins, ends, strict=True)
    ]
    return BETWEEN.join(marked)


def _sound(text: str) -> str:
    """The text with halves of characters, which JSON cannot carry, replaced one for one."""
    return text if text.isascii() else text.encode("utf-32-le", "surrogatepass").decode("utf-32-le", "replace")


def _record(report: Report) -> str:
    """The record with one empty section, from which names, places and dates are indexed here."""
    bare = Section("", 1, None, None, "")
    report = replace(
        masked(report), sections=(bare,), front=(), back=(), tables=(), receipt=(), provenance={}, sources=()
    )
    return json.dumps(report.to_dict(), ensure_ascii=False, separators=(",", ":"))


def read_record(line: str) -> Report:
    """The record that the first document of a report carries."""
    return Report.from_dict(json.loads(line))
