"""What kind of report a page is: 法治政府建设, 信息公开, 政府工作报告, 依法行政 or 其他.

The title decides; without one the opening sentences do, and last the column the page stands in. A
report on rule of law that calls itself 依法行政工作报告 (usual until about 2015) stays 依法行政.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.describe.sure import evidence
from corpus.issuer.announced import announced
from corpus.records import Evidence
from corpus.text.numerals import COUNTING, arabic_years

WORDS = (
    ("信息公开", re.compile(r"信息公开|政务公开工作")),
    ("法治政府建设", re.compile(r"法[治制冶]政府|法治(?:建设|工作)|依法治(?:[市县区省州旗镇乡]|理)|全面依法")),
    ("依法行政", re.compile(r"依法行政")),
    ("政府工作报告", re.compile(r"政府工作报告|政府工作的报告")),
)
COLUMNS = (
    (
        "信息公开",
        re.compile(r"zfxxgknb|xxgknb|zfxxgkndbg|xxgkndbg|xxgkannualreport|政府信息公开年度?报告?|信息公开年报"),
    ),
    ("法治政府建设", re.compile(r"fzzfjs|fzzf|法治政府")),
    ("依法行政", re.compile(r"yfxz")),
    ("政府工作报告", re.compile(r"zfgzbg")),
)
# What follows the issuer, its year and 关于 in a title that names no subject of its own:
# 2023年度工作情况报告
ANCHOR = re.compile(r"(?:19|20)\d\d\s*年?度?|关于")
GENERAL = re.compile(
    r"关于|年度|全年|上半年|工作|情况|报告|年报|总结|汇报|公示|公告|通知|印发|报送|推进|贯彻|落实|履行|职责|第一责任人|党政|主要|负责人|述[职法学廉]|"
    rf"自查|督察|整改|白皮书|建设|开展|实施|纲要|完成|专项|公开|网站|政府|政务|[的年度及和与、()（）《》〈〉\s]|第?[{COUNTING}]+[、期]"
)
# A government's report is a speech: 各位代表:现在,我代表…向大会报告政府工作
SPEECH = re.compile(
    r"\s*各位代表[\s\S]{0,200}?(?:(?:政府|国务院)[\s\S]{0,60}?报告(?:[\s\S]{0,20}工作|[,，。])|报告政府工作|政府工作报告)"
)
KIND_WITHIN = 600  # characters of the body that say what it is
SPACES = re.compile(r"[ \t\u3000\u00a0]+")  # an OCR's, or a designer's
COUNTED_WITHIN = 8_000  # characters of the body looked at
SHORTEST_SUBJECT = 2  # characters of a subject at least
FURTHER = 3_000  # characters counted where the opening says nothing


def kind_of(title: str | None, paragraphs: Sequence[str], columns: str = "") -> tuple[str, Evidence]:
    """The kind, and what says so. `columns` is whatever names the place on the site: breadcrumb,
    column, address."""
    title = SPACES.sub("", title or "")
    text = SPACES.sub("", "\n".join(paragraphs[:60])[:COUNTED_WITHIN])
    speech = SPEECH.match(text) if _first(title or "") in (None, "政府工作报告") else None
    if speech:
        return "政府工作报告", evidence("kind", "opening/speech")
    for source, part in (("title", title or ""), ("opening/announced", announced(text[:KIND_WITHIN]))):
        kind = _first(part)
        if kind:
            return kind, evidence("kind", source)
    if _own_subject(title or ""):
        return "其他", evidence("kind", "title/other")
    for source, kind in (
        ("column", _column(columns)),
        ("opening/most", _most(text[:KIND_WITHIN])),
        ("text", _most(text[:FURTHER])),
    ):
        if kind:
            return kind, evidence("kind", source)
    return "其他", evidence("kind", "no_kind")


def _first(text: str) -> str | None:
    """The kind a title names; where it names several, rule of law goes before 依法行政, disclosure
    as it comes."""
    places = [(match.start(), kind) for kind, pattern in WORDS if (match := pattern.search(text))]
    if not places:
        return None
    kinds = {kind for _, kind in places}
    if "法治政府建设" in kinds and "依法行政" in kinds:
        places = [place for place in places if place[1] != "依法行政"]
    return min(places)[1]


def _own_subject(title: str) -> bool:
    """Does a title that names none of the kinds say what else it reports on:
    2023年优化营商环境工作情况报告?"""
    plain = arabic_years(title)
    anchors = list(ANCHOR.finditer(plain))
    if (
        not anchors
        or re.search(r"法[治制冶]|依法", plain)
        or not re.search(r"报告|总结|年报|汇报", plain[anchors[-1].end() :])
    ):
        return False
    return len(GENERAL.sub("", plain[anchors[-1].end() :])) >= SHORTEST_SUBJECT


def _most(text: str) -> str | None:
    counts = {kind: len(pattern.findall(text)) for kind, pattern in WORDS}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] else None


def _column(columns: str) -> str | None:
    lowered = columns.lower()
    return next((kind for kind, pattern in COLUMNS if pattern.search(lowered)), None)
