"""The issuer, as the page prints its name: in the title, the opening sentence, the signature or the
letterhead.

This module reads names off texts and takes the words for organs from them (人民政府, 管委会, 党工委
…); what place a name means is `corpus.issuer.place`'s question, and how a zone is named for good
`corpus.issuer.naming`'s. The site, its 发布机构 and its 来源 are not the issuer; they are asked
last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.organs import ending
from corpus.gazetteer.zones import ZONE_WORD
from corpus.issuer.announced import announcements
from corpus.issuer.department import NATION
from corpus.issuer.self_name import is_self
from corpus.issuer.signature import letterheads, signatures
from corpus.name.composed import clean_name, names_nothing
from corpus.name.lexicon import OWN, SHORT
from corpus.name.printed import LONGEST_ISSUER, flat, is_name
from corpus.name.spans import spans
from corpus.text.script import simplified

LABEL = re.compile(r"^\s*(?:[【\[［(（〔<《]([^】\]］)）〕>》]{1,12})[】\]］)）〕>》]|([^:：|｜《》]{1,6})[:：|｜])\s*")
YEAR = r"(?:19|20)\d\d\s*(?:年度?|度)?(?:\s*[-—–~～至]+\s*(?:19|20)\d\d\s*年?度?)?"
KIND = (
    r"(?:人民)?政府信息(?:公开|与)|政府网站|信息公开|政务公开|(?:全面)?依法治[市县区省州旗镇乡](?!委|办)|(?:全面)?(?:推进|加强|深入推进|贯彻|落实)?(?:法[治制冶](?:政府(?:建设)?|建设|工作)|依法行政)|"
    r"(?:人民)?政府工作的?报告|政府工作|党政主要负责人|主要负责人|行政执法(?!.{0,2}[局队]|监督局|委)|贯彻落实|落实(?:法治|普法)|年度?(?:工作)?报告|年报|工作(?:总结|报告|情况)|推进法治|履行推进|述法"
)
ENDS_TITLE = re.compile(
    rf"关于|{YEAR}|{KIND}|上一?年度|本年度|今年|去年|(?:党组|党工?委)书记|(?<=局)局长|(?<=厅)厅长|(?<=委)主任"
)
WRAPPERS = re.compile(r"^(?:关于)?(?:印发|报送|呈报|上报|转发|公布|发布|公开|呈送|报告)")
# 某县人民政府转发县司法局关于…的报告: whoever passes it on stands in front of whoever reports
PASSED_ON = re.compile(r"^[^《》]{0,40}?(?:批转|转发)(?=[^《》]{2,40}?(?:关于|(?:19|20)\d\d))")
# … and the title of what is passed on may be quoted: 某县人民政府关于转发《某市…报告》的通知
PASSED_ON_QUOTED = re.compile(r"(?:批转|转发)《([^《》]{4,60})》")
ORG_END = re.compile(ending("named") + "$")
BUREAU = re.compile(r".{2,}[局厅]")  # 水务局推进, where the subject begins behind it
SHORTEST_ACT = 3  # characters a subject behind an issuer has at least
SUBJECT_VERBS = (
    r"(?:始终|全面|认真|深入|紧紧|积极|切实|坚决|高度|严格|大力|继续|持续|扎实|不断|全力|牢固|着力|充分|主动)?"
    r"(?:编制|现将|现就|现公布|向社会|特向|公布|坚持|贯彻|落实|学习|围绕|按照|根据|依据|在.{0,30}(?:领导|指导|支持|关心)|以.{2,40}为|立足|聚焦|把|推进|严格按|高度重视|认真|深入|紧紧|严格|依法|将|紧扣|切实|牢牢|统筹)"
)
# A subject is taken for a name where it ends as organs' names do
ACTS = re.compile(rf"(?:{ending('acts')}|{ZONE_WORD})(?:\(.{{2,12}}\))?$")
COMPILED_BY = re.compile(
    rf"(?:由|是)([^《》，,。；;:：\d]{{3,{LONGEST_ISSUER}}}?)(?:根据|按照|依据|编制)"
)  # 本报告由X编制
SPEAKS_FOR = re.compile(r"我(?:受|代表)([^,，。]{0,12}?(?:国务院|政府))(?:的委托)?(?=[,，向作提报])")
NAMED_WITHIN = 900  # characters of the body in which a report names itself


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed (spaces out, simplified characters), where it stood in words, and how sure
    that is the issuer."""

    name: str
    source: str
    confidence: float


def names_of(
    title: str | None,
    front: Sequence[str],
    paragraphs: Sequence[str],
    back: Sequence[str],
    sources: Iterable[tuple[str, str]],
    sessions: Sequence[str] = (),
) -> list[Named]:
    """Names of the issuer, best first. `sources`: (label, name) of 来源, 发布机构, asked last;
    `sessions`: the places before whose assemblies the report was delivered, asked before whoever
    only says what it is (自治区人民政府)."""
    opening = simplified("\n".join(paragraphs[:12])[:NAMED_WITHIN])
    found = [Named(name, "标题", 0.97) for name in _optional(in_title(title)) if not (sessions and is_self(name))]
    found += [Named(name, "人民代表大会", 0.93) for name in sessions]
    found += [Named(name, "正文开头", 0.9) for name in [*spoken_for(opening), *announced(opening)]]
    found += [Named(name, "落款", 0.9) for name in _optional(" ".join(signatures(back)))]
    found += [Named(name, "正文开头", 0.8) for name in subjects(opening)]
    found += [Named(name, "文件头", 0.8) for name in letterheads(front)]
    found += [Named(name, label, 0.6) for label, name in sources if is_name(flat(name))]
    return found


def _optional(name: str | None) -> list[str]:
    return [name] if name else []


def in_title(title: str | None) -> str | None:
    """The issuer a title names: 关于开发区·铁山区2025年度…的报告 → 开发区·铁山区; None where it
    names none."""
    if not title:
        return None
    plain = flat(title)
    quoted = PASSED_ON_QUOTED.search(plain)
    if quoted and (reporting := _leading(quoted[1])):
        return reporting
    if re.search(r"《.+》", plain) and WRAPPERS.match(plain):
        plain = re.sub(r"^.*《(.+)》.*$", r"\1", plain)
    return _leading(PASSED_ON.sub("", _without_labels(plain)))


def _without_labels(plain: str) -> str:
    """A title without what stands before it and names nobody: 【2022年】, （转载）, 公示｜."""
    label = LABEL.match(plain)
    while label and names_nothing(label[1] or label[2]) and label.end() < len(plain):
        plain = plain[label.end() :]
        label = LABEL.match(plain)
    return plain


def _leading(plain: str) -> str | None:
    """The issuer with which a title begins, after 关于 and years."""
    plain = re.sub(r"^关于(?:印发|报送|公布|发布|公开|呈报|上报)?", "", plain.strip('《》"“” '))
    while True:
        end = ENDS_TITLE.search(plain)
        if end is None:
            return None
        name = _with_its_organ(plain[: end.start()])
        if is_name(clean_name(name)) and _plausible(name):
            return name.strip(" 的、")
        plain = re.sub(r"^(?:年度?(?!假)|年|度(?!假)|的|上的?(?=[\s,，]))*\s*", "", plain[end.end() :])


def _with_its_organ(name: str) -> str:
    """某区人民政府优化营商环境 → 某区人民政府: what follows the issuer, and is no office of it, is
    a subject."""
    if ORG_END.search(name.rstrip(" 的、")) or re.search(rf"(?:{ZONE_WORD}|\))$", name):
        return name
    words = spans(name)
    subject = words[-1].text if len(words) > 1 and words[-1].tag == OWN and words[-2].tag != SHORT else ""
    bureau = BUREAU.match(subject)
    if bureau and len(subject) - bureau.end() >= SHORTEST_ACT:
        return name[: len(name) - len(subject) + bureau.end()]
    return name[: -len(subject)] if len(subject) >= SHORTEST_ACT else name


def _plausible(name: str) -> bool:
    """Does it end, or begin, as names of organs do?"""
    bare = name.strip(" 的、")
    return bool(
        ORG_END.search(bare) or bare.endswith(")") or leading_places(flat(bare))[0] or re.search(ZONE_WORD, bare)
    )


def announced(opening: str) -> list[str]:
    """The issuer in 现将X2023年…报告如下, 现公布《X2022年…年度报告》, 报告由X编制."""
    plain = flat(opening)
    found: list[str] = []
    names = [in_title(phrase) for phrase in announcements(plain) if ENDS_TITLE.search(phrase)]
    names += [match.group(1).strip("的 ") for match in COMPILED_BY.finditer(plain)]
    found += [name for name in names if name and is_name(clean_name(name))]
    return list(dict.fromkeys(found))


def spoken_for(opening: str) -> list[str]:
    """The government a speaker reports for: 各位代表:现在,我代表国务院,向大会报告政府工作."""
    match = SPEAKS_FOR.search(flat(opening))
    return [re.sub(r"^.*(?=国务院$)", "", match.group(1))] if match else []


def subjects(opening: str) -> list[str]:
    """Whoever acts in the opening: 2023年,广州开发区、广州市黄埔区坚持…"""
    plain = flat(opening)
    found = []
    for match in re.finditer(
        rf"(?:^|[\n。]|(?:{YEAR})[,，]?|[,，](?!.{{0,3}}(?:我|全)))\s*([^，,。；;:：《》\"“”\d\n]{{2,{LONGEST_ISSUER}}}?)(?:在|{SUBJECT_VERBS})",
        plain,
    ):
        name = match.group(1).strip()
        if is_name(clean_name(name)) and (ACTS.search(name) or NATION.match(name)):
            found.append(name)
    return list(dict.fromkeys(found))
