"""How sure the evidence of a field says it is, against how often the field is right.

    python -m benchmarks.calibration [--pages 4000] [--first 0] [--wrong FIELD] [--name NAME]

Pages are made of invented reports (`posted_facts.py`, `posted_pages.py`), written before any rule
was read, and cleaned as any page is. Each piece of evidence is one case: right where the field says
what the page was made of. `--name` keeps the figures and a picture in `runs/`, `--wrong` prints
what is wrong in one field.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.chart import reliability
from benchmarks.machine import machine
from benchmarks.posted_pages import Posted, posted
from corpus.clean import clean
from corpus.records import Report
from corpus.text.fold import fold, squeeze
from corpus.wording.coded import recorded

RUNS = Path(__file__).parent / "runs"
FEWEST = 30  # cases below which a rate says nothing: half of them lie within 0.18 of the truth at best
OFF = 0.1
FIELDS = ("title", "zone", "province", "city", "county", "level", "kind", "year", "published", "issued", "number")


class Case(NamedTuple):
    """One field of one page: where it was read (a code), how sure that is said to be, is it
    right."""

    field: str
    source: str
    sure: float
    right: bool


def truth(page: Posted) -> Mapping[str, Any]:
    """What a record of the page should say."""
    known = page.facts
    province, city, county = known.issuer.place
    said = {"title": page.title, "zone": known.issuer.own, "level": known.issuer.level, "kind": known.kind}
    place = {"province": province, "city": city, "county": county, "year": known.year, "number": known.number}
    return said | place | {"published": known.posted.isoformat(), "issued": known.signed.isoformat()}


def is_right(field: str, value: Any, wanted: Any, record: Report, page: Posted) -> bool:
    """Whether a field says what is true: a date may say less, a zone may have its place in front, a
    title that was put together is right where all its parts are."""
    if value is None or wanted is None:
        return value == wanted
    if field in ("published", "issued"):
        return str(wanted).startswith(value)
    if field == "zone":
        return str(value).endswith(wanted)
    if field == "title" and record.provenance["title"].inferred:
        parts = ((name, getattr(record, name), truth(page)[name]) for name in ("zone", "year", "kind"))
        return all(is_right(name, found, true, record, page) for name, found, true in parts)
    return squeeze(fold(str(value))) == squeeze(fold(str(wanted)))


def cases(page: Posted) -> Iterator[tuple[Case, Any, Any]]:
    """Each piece of evidence of a page, with what was found and what is true."""
    record = clean(page.page, take_any=True)
    for field, wanted in truth(page).items():
        if evidence := record.provenance.get(field):
            value = getattr(record, field)
            right = is_right(field, value, wanted, record, page)
            yield Case(field, recorded(evidence.source).code, evidence.confidence, right), value, wanted


def rows(found: Iterable[Case]) -> list[dict[str, Any]]:
    """By field, source and confidence: how many cases and how many of them right, the worst judged
    first."""
    grouped: dict[tuple[str, str, float], list[bool]] = defaultdict(list)
    for case in found:
        grouped[case.field, case.source, case.sure].append(case.right)
    made = [
        {
            "field": field,
            "source": source,
            "sure": sure,
            "cases": len(right),
            "right": round(sum(right) / len(right), 3),
        }
        for (field, source, sure), right in grouped.items()
    ]
    return sorted(made, key=lambda row: (row["cases"] < FEWEST, -abs(row["right"] - row["sure"])))


def table(made: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rows as Markdown; what is off by more than 0.1 in enough cases is marked."""
    yield "| field | read in | said | right | cases | |"
    yield "| --- | --- | ---: | ---: | ---: | --- |"
    for row in made:
        off = "off" if is_off(row) else "few" if row["cases"] < FEWEST else ""
        yield f"| {row['field']} | {row['source']} | {row['sure']:.2f} | {row['right']:.3f} | {row['cases']:,} | {off} |"


def is_off(row: Mapping[str, Any]) -> bool:
    """Is there enough to say that the confidence is more than 0.1 off?"""
    return row["cases"] >= FEWEST and abs(row["right"] - row["sure"]) > OFF


def error(made: Iterable[Mapping[str, Any]]) -> float:
    """The expected calibration error: how far confidence and rate are apart, over all cases."""
    counted = [(row["cases"], abs(row["right"] - row["sure"])) for row in made]
    return sum(count * apart for count, apart in counted) / max(1, sum(count for count, _ in counted))


def main() -> None:
    """Measure, print, and keep what is asked for."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("--pages", type=int, default=4000)
    reader.add_argument("--first", type=int, default=0)
    reader.add_argument("--wrong", choices=FIELDS)
    reader.add_argument("--name")
    chosen = reader.parse_args()
    found = []
    for seed in range(chosen.first, chosen.first + chosen.pages):
        page = posted(seed)
        for case, value, wanted in cases(page):
            found.append(case)
            if case.field == chosen.wrong and not case.right:
                print(seed, case.source, case.sure, value, "instead of", wanted, "·", page.title)
    made = rows(found)
    print("\n".join(table(made)))
    print(f"{len(found):,} cases of {chosen.pages:,} pages, calibration error {error(made):.3f}")
    if chosen.name:
        run = {"pages": chosen.pages, "first": chosen.first, "machine": machine(), "error": error(made), "rows": made}
        (RUNS / f"{chosen.name}.json").write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
        (RUNS / f"{chosen.name}.svg").write_text(reliability(made, FEWEST, OFF), encoding="utf8")


if __name__ == "__main__":
    main()
