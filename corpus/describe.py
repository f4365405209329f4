"""Which report is this: title, reporting body, place, level, kind, year, dates, number and script, each with its evidence.

The last stage before a record is stored. It reads what stripping left (head and tail with all their chrome, title, front,
back) and the repaired paragraphs, and asks one module a question each. Nothing here changes the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import body, place, publication, signature
from corpus.dates import dates_in
from corpus.docnumber import document_number
from corpus.gazetteer import division_name, rank_of
from corpus.gazetteer.leading import leading_places
from corpus.kind import kind_of
from corpus.naming import identify
from corpus.naming import place as place_of_body
from corpus.records import Description, Evidence, Loaded, Page, Stripped
from corpus.script import script_of, simplified
from corpus.year import year_delivered, year_of
from corpus.zone import Identity

FIELD = re.compile(
    r"(发布机构|发布单位|发文单位|发文机关|发布机关|信息来源|来源|制发机构|公开机构)\s*[】\]]?\s*[:：|]\s*[|]?\s*([^\s|:：，,。]{2,40})"
)
SITE_SUFFIX = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]{2,40}$")
# The first of several lines of a title; a line that ends one; all of them together
BEGINS_TITLE = re.compile(r"^[^>:：|。；，]{4,60}$")
ENDS_TITLE = re.compile(r"(?:报告|年报|总结|報告)$")
STARTED = re.compile(r"^中共|关于|關於|(?:19|20)\d\d\s*年")  # what the first line of one has that no site's name has
SITE_NAME = re.compile(r"(?:政府|网|网站|门户|平台|会|局)$")
WHOLE_TITLE = re.compile(r"[^>:：|。；]{0,70}(?:关于|(?:19|20)\d\d年)[^>:：|。；]{0,50}(?:报告|年报|总结|報告)")
NATIONAL_SITE = re.compile(r"https?://(?:www\.)?gov\.cn/")
SMALL_PRINT = 60  # characters a line of metadata has at most
CRUMBS = re.compile(r"位置|首页|>|→|»")


def describe(page: Page, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str]) -> Description:
    """Everything a record says about its report. Never raises on any page; what is unknown is None.

    `paragraphs` is the canonical body. `provenance` has one `Evidence` for each field that is not None.
    """
    printed, printed_by = title_of(loaded, stripped)
    small_print = [
        text for text in paragraphs[:2] if len(text) <= SMALL_PRINT
    ]  # a date line taken for the body's first
    published, published_by = publication.published(
        [*stripped.head, *small_print], stripped.tail, loaded.meta, page.address
    )
    issued, issued_by = publication.issued(stripped.head, stripped.front, stripped.back, stripped.tail)
    columns = " ".join([*(line for line in stripped.head if CRUMBS.search(line)), loaded.meta.get("columnname", "")])
    addressed = [line for line in stripped.front if line.strip().startswith("各位代表")]
    said = [*addressed, *paragraphs[:60]]
    kind, kind_by = kind_of(printed, [simplified(text) for text in said], f"{simplified(columns)} {page.address}")
    if kind == "政府工作报告":
        near = [*stripped.head, *stripped.front, *paragraphs[:3], *stripped.back]
        year, year_by = year_delivered(printed, near, paragraphs, issued or published)
    else:
        year, year_by = year_of(printed, paragraphs, published, issued, columns)
    identity, named, then = reporting_body(page, loaded, stripped, paragraphs, printed)
    province, city, county = place_of_body(identity) if identity else (None, None, None)
    number, number_by = document_number(stripped.head, stripped.front, printed, stripped.tail)
    title = printed or _inferred(identity, year, kind)
    sure = named or Evidence("页面没有写明", 0.0)
    where = Evidence(f"机构名称和页面线索（{sure.source}）", round(sure.confidence * 0.95, 2), sure.inferred)
    given: dict[str, tuple[object, Evidence | None]] = {
        "title": (title, printed_by or Evidence("由机构、年度和类型拼成", 0.4, inferred=True)),
        "zone": (identity and identity.zone, sure),
        "zone_then": (then, sure),
        "province": (province, where),
        "city": (city, where),
        "county": (county, where),
        "level": (identity and identity.level, where),
        "kind": (kind, kind_by),
        "year": (year, year_by),
        "published": (published, published_by),
        "issued": (issued, issued_by),
        "number": (number, number_by),
        "script": ("", Evidence("正文用字", 0.99)),
    }
    return Description(
        title=title,
        zone=identity.zone if identity else None,
        zone_then=then,
        province=province,
        city=city,
        county=county,
        level=identity.level if identity else None,
        kind=kind,
        year=year,
        published=published,
        issued=issued,
        number=number,
        script=script_of(paragraphs or stripped.body or stripped.head),
        provenance={name: by for name, (value, by) in given.items() if value is not None and by is not None},
    )


def title_of(loaded: Loaded, stripped: Stripped) -> tuple[str | None, Evidence | None]:
    """The printed title, else the page's own title fields without the site's name; (None, None) where there is none."""
    printed = (stripped.title or "").strip()
    whole = _broken_title([line.strip() for line in stripped.head], printed)
    if whole or printed:
        return whole or printed, Evidence("页面所印标题", 0.9 if whole else 0.98)
    for source, text, sure in (
        ("ArticleTitle 标签", loaded.meta.get("articletitle", ""), 0.95),
        ("title 标签", _without_site(loaded.title_tag or ""), 0.8),
    ):
        if text.strip() and re.search(r"报告|年报|总结|情况|公报", simplified(text)):
            return text.strip(), Evidence(source, sure)
    return None, None


def _broken_title(head: Sequence[str], printed: str) -> str | None:
    """A title printed over two to four lines of which stripping took none or only the last; None where it is whole."""
    lines = [line for line in head if line]
    if STARTED.match(printed) or leading_places(simplified(printed))[0]:
        return None
    for start, line in enumerate(lines):
        if not BEGINS_TITLE.match(line) or ENDS_TITLE.search(line) or dates_in(line):
            continue
        if not STARTED.search(line) and (printed or SITE_NAME.search(line) or not leading_places(simplified(line))[0]):
            continue
        for end in range(start + 2, min(start + 5, len(lines) + 1)):
            joined = "".join(lines[start:end])
            if WHOLE_TITLE.fullmatch(joined) and lines[end - 1].endswith(printed or lines[end - 1]):
                return joined if joined != printed.replace(" ", "") else None
    return None


def _without_site(text: str) -> str:
    shorter = SITE_SUFFIX.sub("", text)
    return shorter if re.search(r"报告|年报|总结|情况|公报|報告", shorter) else text


def reporting_body(
    page: Page, loaded: Loaded, stripped: Stripped, paragraphs: Sequence[str], title: str | None
) -> tuple[Identity | None, Evidence | None, str | None]:
    """(identity, evidence, its name in this report) of the body that reports; Nones where the page names none."""
    found = place.hints(page.address, loaded, stripped, paragraphs)
    names = body.names_of(title, stripped.front, paragraphs, stripped.back, _sources(loaded, stripped))
    known = [
        *signature.signatures([*stripped.back, *stripped.front]),
        *signature.printers([*stripped.back, *stripped.tail]),
    ]
    known += [named.name for named in names] + signature.letterheads([*stripped.front, *stripped.head])
    for named in names:
        cleaned = body.clean_name(named.name)
        if len(cleaned) < 2:
            continue
        identity = identify(cleaned, found, known)
        return identity, Evidence(named.source, named.confidence, named.confidence < 0.9), cleaned
    opening = simplified("".join([*stripped.front, *paragraphs[:3]])[:400])
    if NATIONAL_SITE.match(page.address) or ("全国人民代表大会" in opening and "国务院" in opening):
        return Identity("国务院", None, "国家"), Evidence("国务院的报告", 0.8, inferred=True), "国务院"
    return _of_the_site(found)


def _of_the_site(found: Sequence[place.Hint]) -> tuple[Identity | None, Evidence | None, str | None]:
    """Nobody is named: the division whose site this is, marked as inferred."""
    code = place.site_of(found)
    if code is None:
        return None, None, None
    level = {1: "省", 2: "市", 3: "区县"}[rank_of(code)]
    name = division_name(code) or ""
    return Identity(name, code, level), Evidence("网站所属地区", 0.3, inferred=True), name


def _sources(loaded: Loaded, stripped: Stripped) -> list[tuple[str, str]]:
    """来源 and 发布机构 as the page and its meta tags give them: weak, for they are often the site's."""
    fields = [match.groups() for line in [*stripped.head, *stripped.tail] for match in FIELD.finditer(simplified(line))]
    fields.append(("ContentSource 标签", simplified(loaded.meta.get("contentsource", ""))))
    return [(label, name) for label, name in fields if len(name) > 3 and body.ORG_END.search(name)]


def _inferred(identity: Identity | None, year: int | None, kind: str) -> str:
    """The title of a report that prints none; a 政府工作报告 is one by its kind already."""
    whose = f"{identity.zone if identity else ''}{f'{year}年' if year else ''}"
    return whose + ({"政府工作报告": kind, "其他": "年度报告"}.get(kind) or f"{kind}年度报告")
