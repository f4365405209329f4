"""One page through all stages: load → strip → repair → describe → outline → refusal, and out comes
a Report.

A page that cannot be read, or is no report, still gives a record: refused, with the reason. `clean`
never raises for what is in a page; `attempt` tells a page that this machine could not read, for the
sake of what is held already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.describe.report import describe
from corpus.errors import Hindered, LoadError, reading
from corpus.form.recognised import tables_of
from corpus.grid import Table
from corpus.identity import id_of_address, sha256, short_hash
from corpus.load.page import load
from corpus.masked import masked
from corpus.outline.sections import outline
from corpus.records import Description, Loaded, Page, Report, Section, Stripped, Trace
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.store.corrections import Correction, apply
from corpus.strip.continued import goes_on, together
from corpus.strip.page import strip
from corpus.wording.coded import said

NO_SECTIONS = said("no_sections")


def own_id(page: Page) -> str:
    """The id a page gives itself: by its web address, or by its bytes where it has none."""
    return id_of_address(page.address) if page.url else short_hash(page.body)


def verdict(refused: str | None, *, take_any: bool, corrections: Sequence[Correction]) -> str | None:
    """Why the page is no report, if it is none: a person's word before the rules'."""
    for line in reversed(corrections):
        if line.field == "refused":
            return said("by_hand", words=line.value) if line.value else None
    return None if take_any else refused


def unread(page: Page, report: str, sources: Sequence[str], reason: str) -> Report:
    """The record of a page of which nothing could be made."""
    nothing = dict.fromkeys(("title", "zone", "zone_then", "province", "city", "county", "level", "year"))
    return Report(
        id=report,
        **nothing,  # type: ignore[arg-type]
        kind="其他",
        published=None,
        issued=None,
        number=None,
        script="hans",
        url=page.url,
        sources=tuple(sources),
        source_sha256=sha256(page.body),
        refused=reason,
    )


def clean(
    page: Page,
    *,
    take_any: bool = False,
    report: str | None = None,
    sources: Sequence[str] = (),
    corrections: Sequence[Correction] = (),
    following: Sequence[Page] = (),
) -> Report:
    """The cleaned report. With `take_any` whatever has a body is taken, report or not; `following`
    are the pages that go on with it.

    `report` and `sources` are the id and the addresses under which the store holds the page;
    without them, its own.
    """
    report, sources = report or own_id(page), tuple(sources) or (page.address,)
    try:
        return attempt(page, report, sources, take_any=take_any, corrections=corrections, following=following)
    except Hindered as error:
        return masked(unread(page, report, sources, error.said))


def attempt(
    page: Page,
    report: str,
    sources: Sequence[str],
    *,
    take_any: bool = False,
    corrections: Sequence[Correction] = (),
    following: Sequence[Page] = (),
) -> Report:
    """The cleaned report, as `clean` gives it. Raises Hindered where the page was not read for a
    reason that is none of the page's."""
    try:
        with reading():
            return _cleaned(page, report, sources, take_any, corrections, following)
    except Hindered:
        raise
    except LoadError as error:
        return masked(unread(page, report, sources, error.said))


def _cleaned(
    page: Page,
    report: str,
    sources: Sequence[str],
    take_any: bool,
    corrections: Sequence[Correction],
    following: Sequence[Page],
) -> Report:
    loaded = load(page)
    first = strip(loaded)
    stripped = with_following(first, following)
    paragraphs, joins = repair(stripped)
    found = apply(describe(origin(page, loaded), loaded, stripped, paragraphs), corrections)
    sections = outline(paragraphs, found.kind, found.year)
    refused = verdict(why_refused(first), take_any=take_any, corrections=corrections)
    return masked(
        _record(
            page,
            report,
            sources,
            found,
            front=stripped.front,
            back=stripped.back,
            sections=() if refused else sections,
            receipt=(*stripped.receipt, *joins),  # what loading did is in the former
            refused=refused or (None if sections else NO_SECTIONS),
            tables=() if refused else tables_of(loaded.grids, sections),
            scan=loaded.scan,
        )
    )


def with_following(stripped: Stripped, following: Sequence[Page]) -> Stripped:
    """The page with those that go on with it; what cannot be read, or begins anew, is left out."""
    for page in following:
        try:
            later = strip(load(page))
        except Hindered:
            raise
        except LoadError:
            continue
        stripped = together(stripped, later) if goes_on(stripped, later) else stripped
    return stripped


def origin(page: Page, loaded: Loaded) -> Page:
    """The page with the address that describing may go by: a saved page says where it came from."""
    return replace(page, address=loaded.saved_from) if loaded.saved_from and not page.url else page


def _record(
    page: Page,
    report: str,
    sources: Sequence[str],
    found: Description,
    *,
    front: tuple[str, ...],
    back: tuple[str, ...],
    sections: tuple[Section, ...],
    receipt: tuple[Trace, ...],
    refused: str | None,
    tables: tuple[Table, ...],
    scan: float | None,
) -> Report:
    return Report(
        id=report,
        title=found.title,
        zone=found.zone,
        zone_then=found.zone_then,
        province=found.province,
        city=found.city,
        county=found.county,
        level=found.level,
        kind=found.kind,
        year=found.year,
        published=found.published,
        issued=found.issued,
        number=found.number,
        script=found.script,
        url=page.url,
        sources=tuple(sources),
        source_sha256=sha256(page.body),
        front=front,
        back=back,
        sections=sections,
        provenance=found.provenance,
        receipt=receipt,
        refused=refused,
        tables=tables,
        scan=scan,
    )
