"""What a race asks, of which material, and what is true of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.entrants import Entrant
from benchmarks.figures import Truth, truths, without
from benchmarks.material import Material, Row, gather, planted, reports, write
from benchmarks.peers.ours import deleted
from benchmarks.questions import Question, plants, questions
from benchmarks.scan import Scan


@dataclass(frozen=True, slots=True)
class Asked:
    """The material, what is asked, and what is true of it."""

    words: str
    material: Material
    rows: Sequence[Row]
    scan: Scan
    questions: tuple[Question, ...]
    truths: Sequence[Truth]


def prepare(work: Path, sections: int | None, times: int, generated: bool) -> Asked:
    """Write material and questions to the folder, and find out what is true."""
    words, documents = gather(sections, generated)
    first = sum(len(report.sections) for report in reports(documents, 1))
    wanted = plants(first)
    material = write(work / "material.jsonl", planted(reports(documents, times), first, wanted))
    rows = list(material.rows())
    scan = Scan(row.body for row in rows)
    asked = questions(rows, scan, wanted)
    (work / "questions.json").write_text(
        json.dumps([asdict(question) for question in asked], ensure_ascii=False), encoding="utf8"
    )
    return Asked(words, material, rows, scan, asked, truths(asked, rows, scan))


def true_for(entrant: Entrant, asked: Asked) -> Sequence[Truth]:
    """What is true of the sections that the engine has."""
    gone = set(range(entrant.limit, len(asked.rows))) if entrant.limit is not None else set()
    if entrant.worn:
        gone |= {number for _, numbers in deleted(asked.material) for number in numbers}
    pairs = zip(asked.truths, asked.questions, strict=True)
    return [without(truth, question, asked.scan, gone) for truth, question in pairs] if gone else asked.truths


def digest(rows: Sequence[Row]) -> str:
    """What tells one material from another."""
    digest = sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()[:12]


def material_record(asked: Asked) -> dict[str, Any]:
    """How much there is of it."""
    return {
        "words": asked.words,
        "sections": len(asked.rows),
        "reports": len(asked.material.held),
        "characters": sum(len(row.body) for row in asked.rows),
        "zones": len({row.zone for row in asked.rows}),
        "years": len({row.year for row in asked.rows}),
    }


def questions_record(asked: Asked) -> list[dict[str, Any]]:
    """The questions without their text, which is not ours to publish; the seeds of
    `benchmarks.questions` give it back."""
    return [
        {
            "kind": question.kind,
            "origin": question.origin,
            "characters": [len(string) for string in question.strings],
            "within": [name for name in ("zone", "year") if getattr(question, name)],
            "sections": len(truth.sections),
            "occurrences": truth.occurrences,
        }
        for question, truth in zip(asked.questions, asked.truths, strict=True)
    ]
