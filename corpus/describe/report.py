"""Which report is this: title, issuer, place, level, kind, year, dates, number and script, each
with its evidence.

The last stage before a record is stored. It reads what stripping left (head and tail with all their
chrome, title, front, back) and the repaired paragraphs, and asks one module a question each.
Nothing here changes the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from corpus.describe import publication
from corpus.describe.delivered import year_delivered
from corpus.describe.docnumber import document_number
from corpus.describe.kind import kind_of
from corpus.describe.sure import evidence
from corpus.describe.year import year_of
from corpus.gazetteer import rank_of
from corpus.issuer import hints, place, signature
from corpus.issuer.assembly import assemblies
from corpus.issuer.division import division_zone, place_fields
from corpus.issuer.left_open import evidence_of
from corpus.issuer.named import names_of
from corpus.issuer.naming import identify
from corpus.issuer.renaming import renamed_here
from corpus.issuer.self_name import in_county, meant
from corpus.issuer.site import calls_itself, names_of_site
from corpus.issuer.sources import PUBLISHED_BY, sources
from corpus.issuer.zone import Identity
from corpus.name.bare import completed
from corpus.name.composed import clean_name
from corpus.records import Description, Evidence, Loaded, Page, Stripped
from corpus.text.script import script_of, simplified
from corpus.wording import coded

Found = dict[str, tuple[Any, Evidence | None]]  # field → its value and what says so

SAID = 120  # paragraphs read for names, kind and year
LINE_READ, PARAGRAPH_READ = 1_000, 4_000  # characters read of a line around the body and of a paragraph in it
NATIONAL_SITE = re.compile(r"https?://(?:www\.)?gov\.cn/")
# A speech to the National People's Congress, though the speaker does not say for whom
OF_THE_NATION = re.compile(r"(?=[\s\S]*(?:全国人民代表大会|国务院|我国))[\s\S]{0,200}各位代表")
WORK_REPORT = re.compile(r"\s*政\s*府\s*工\s*作\s*报\s*告\s*(?:$|[-—－(（])")
# Province, city and county were right in 0.98 to 1.000 of 12,000 made pages, however the issuer was named.
PLACED = 0.95
SESSIONS = 4  # paragraphs in which the assembly is told
RENAMED = 8  # paragraphs in which a rename is told
NATIONAL = 1_500  # characters of the body in which it is looked for
SMALL_PRINT = 60  # characters a line of metadata has at most
CRUMBS = re.compile(r"位置|首页|>|→|»")


def describe(page: Page, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str]) -> Description:
    """Everything a record says about its report. Never raises on any page; what is unknown is None.

    `paragraphs` is the canonical body. `provenance` has one `Evidence` for each field that is not
    None.
    """
    printed, printed_by = stripped.title, stripped.titled
    plain = in_simplified(stripped, printed)
    said = [simplified(text[:PARAGRAPH_READ]) for text in paragraphs[:SAID]]
    found = _dates(page, loaded, plain, said)
    found |= _kind_and_year(page, loaded, plain, said, found["issued"][0] or found["published"][0])
    found |= _issuer(page, loaded, plain, said)
    found["number"] = document_number(plain.head, plain.front, plain.title, plain.tail)
    found["script"] = script_of(paragraphs or stripped.body or stripped.head), evidence("script", "letters")
    made_up = evidence("title", "composed")
    found["title"] = printed or _inferred(found), printed_by or made_up
    values = {name: value for name, (value, _) in found.items()}
    provenance = {name: by for name, (value, by) in found.items() if value is not None and by is not None}
    return Description(**values, provenance=provenance)


def in_simplified(stripped: Stripped, title: str | None) -> Stripped:
    """The page around the body in simplified characters, for the rules know no others (發布時間 →
    发布时间)."""

    def plain(lines: Sequence[str]) -> tuple[str, ...]:
        return tuple(simplified(line[:LINE_READ]) for line in lines)

    return Stripped(
        head=plain(stripped.head),
        title=simplified(title[:LINE_READ]) if title else None,
        front=plain(stripped.front),
        body=stripped.body,
        back=plain(stripped.back),
        tail=plain(stripped.tail),
    )


def _dates(page: Page, loaded: Loaded, plain: Stripped, said: Sequence[str]) -> Found:
    small_print = [text for text in said[:2] if len(text) <= SMALL_PRINT]  # a date line taken for the body's first
    head = [*plain.head, *small_print]
    return {
        "published": publication.published(head, plain.tail, loaded.meta, page.address),
        "issued": publication.issued(head, plain.front, plain.back, plain.tail),
    }


def _kind_and_year(page: Page, loaded: Loaded, plain: Stripped, said: Sequence[str], day: str | None) -> Found:
    columns = " ".join([*(line for line in plain.head if CRUMBS.search(line)), loaded.meta.get("columnname", "")])
    addressed = [line for line in plain.front if line.strip().startswith("各位代表")]
    title = plain.title or next((line for line in plain.head if WORK_REPORT.match(line)), None)
    kind, by = kind_of(title, [*addressed, *said], f"{columns} {page.address}")
    if kind != "政府工作报告":
        return {"kind": (kind, by), "year": year_of(plain.title, said, day, columns)}
    near = [*plain.head, *plain.front, *said[:3], *plain.back]
    return {"kind": (kind, by), "year": year_delivered(title, near, said, day)}


def _issuer(page: Page, loaded: Loaded, plain: Stripped, said: Sequence[str]) -> Found:
    identity, named, then = issuer_of(page, loaded, plain, said)
    if identity is None or named is None:
        return dict.fromkeys(("zone", "zone_then", "province", "city", "county", "level"), (None, None))
    source = coded.said("name_and_hints", source=named.source)
    level = Evidence(source, named.confidence, named.inferred)
    where = Evidence(source, PLACED, named.inferred)
    province, city, county = place_fields(identity.code)
    return {
        "zone": (identity.zone, named),
        "zone_then": (then, named),
        "province": (province, where),
        "city": (city, where),
        "county": (county, where),
        "level": (identity.level, level),
    }


def issuer_of(
    page: Page, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str]
) -> tuple[Identity | None, Evidence | None, str | None]:
    """(identity, evidence, name in this report) of the issuer; Nones where the page names none."""
    sessions = assemblies([*stripped.head, *stripped.front, *paragraphs[:SESSIONS]])
    small_print = _sources(loaded, stripped)
    published = [name for label, name in small_print if label == PUBLISHED_BY]
    found = hints.hints(page.address, loaded, stripped, paragraphs, published, sessions)
    names = names_of(stripped.title, stripped.front, paragraphs, stripped.back, small_print, sessions)
    names += names_of_site(page.address, loaded, stripped, paragraphs, place.site_of(found))
    known = [
        *signature.signatures([*stripped.back, *stripped.front]),
        *signature.printers([*stripped.back, *stripped.tail]),
    ]
    known += [named.name for named in names] + signature.letterheads([*stripped.front, *stripped.head])
    today = renamed_here([*stripped.head, *stripped.tail, *paragraphs[:RENAMED]])
    for named in names:
        cleaned = clean_name(named.name)
        if len(cleaned) < 2:
            continue
        whole = completed(cleaned, known)
        identity = identify(today.get(whole, whole), found, known)
        source = evidence_of(named.source, cleaned, identity)
        return identity, Evidence(coded.recorded(source), named.confidence, named.confidence < 0.9), cleaned
    opening = "".join([*stripped.front, *paragraphs[:20]])[:NATIONAL]
    if NATIONAL_SITE.match(page.address) or (OF_THE_NATION.match(opening) and place.around(found) is None):
        return Identity("国务院", None, "国家"), evidence("zone", "nation"), "国务院"
    return _of_the_site(found, calls_itself(paragraphs))


def _of_the_site(found: Sequence[place.Hint], itself: str) -> tuple[Identity | None, Evidence | None, str | None]:
    """Nobody is named: the division whose site this is, marked as inferred. A text on a city's site that says
    全区 is the county's that the page names."""
    code = place.site_of(found)
    if code and in_county(itself):
        code = meant(itself, found) or code
    if code is None:
        return None, None, None
    level = {1: "省", 2: "市", 3: "区县"}[rank_of(code)]
    name = division_zone(code)
    return Identity(name, code, level), evidence("zone", "place_of_site"), name


def _sources(loaded: Loaded, stripped: Stripped) -> list[tuple[str, str]]:
    """来源 and 发布机构 as the page and its meta tags give them: weak, for they are often the
    site's."""
    tagged = [f"来源：{loaded.meta.get('contentsource', '')}"]
    return [
        *sources([*stripped.head, *stripped.tail]),
        *((coded.said("content_source_tag"), name) for _, name in sources(tagged)),
    ]


def _inferred(found: Found) -> str:
    """The title of a report that prints none; a 政府工作报告 is one by its kind already."""
    zone, year, kind = (found[name][0] for name in ("zone", "year", "kind"))
    whose = f"{zone or ''}{f'{year}年' if year else ''}"
    return whose + ({"政府工作报告": kind, "其他": "年度报告"}.get(kind) or f"{kind}年度报告")
