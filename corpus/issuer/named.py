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
from corpus.gazetteer.zones import ZONE_WORD
from corpus.issuer.department import NATION
from corpus.issuer.printed import LONGEST_ISSUER, flat, is_name
from corpus.issuer.signature import letterheads, signatures
from corpus.text.script import simplified

BRACKETED = re.compile(r"^[【\[［(（〔]\s*(?:19|20)\d\d年?度?\s*[】\]］)）〕]")
YEAR = r"(?:19|20)\d\d\s*(?:年度?|度)?(?:\s*[-—–~～至]+\s*(?:19|20)\d\d\s*年?度?)?"
KIND = (
    r"(?:人民)?政府信息(?:公开|与)|政府网站|信息公开|政务公开|(?:全面)?依法治[市县区省州旗镇乡](?!委|办)|(?:全面)?(?:推进|加强|深入推进|贯彻|落实)?(?:法[治制冶](?:政府(?:建设)?|建设|工作)|依法行政)|"
    r"(?:人民)?政府工作的?报告|政府工作|党政主要负责人|主要负责人|行政执法(?!.{0,2}[局队]|监督局|委)|贯彻落实|落实(?:法治|普法)|年度?(?:工作)?报告|年报|工作(?:总结|报告|情况)|推进法治|履行推进|述法"
)
ENDS_TITLE = re.compile(
    rf"关于|{YEAR}|{KIND}|上一?年度|本年度|今年|去年|(?:党组|党工?委)书记|(?<=局)局长|(?<=厅)厅长|(?<=委)主任"
)
WRAPPERS = re.compile(r"^(?:关于)?(?:印发|报送|呈报|上报|转发|公布|发布|公开|呈送|报告)")
PARTY = re.compile(r"^(?:中国共产党|中共)")
# A party committee in front of the organ that reports: 中共厦门市委火炬高新区工委
# 厦门火炬高新区管委会
PARTY_FIRST = re.compile(
    r"^(?:中国共产党|中共).{1,24}?(?:党工委|工作委员会|(?<!市委|区委|县委)工委|委员会|[市县区旗州盟]委(?!员|会))(?:、|\s|和(?!顺|平|林|龙|田|政|静|硕|布克|县))*(?=.{2,}(?:政府|管理?委员?会|管理局|办事处))"
)
TWICE = re.compile(r"([省市州盟县区旗])[、和\s]*\1(?=(?:人民)?政府)")  # 某市委、市政府, its 委 gone
TOWN_PARTY = re.compile(r"(镇|乡|街道|苏木)(?:党工?委)[、和\s]*(?:\1)?(?=(?:人民)?政府|办事处)")
PARTY_WITHIN = re.compile(r"^.{2,20}?(?:党工委|工委|工作委员会)[、\s]*(?=.{2,}(?:政府|管理?委员?会|管理局|办事处))")
ORGAN = re.compile(
    r"(?:党工委|党委|工委|工作委员会)?[、和]?(?:人民政府|行政公署|行署|(?<!人民)政府(?!办)|(?:管理|执行)委员会|[管执]委会|党工委|工作委员会|工委|(?<=[市县区州旗盟省])委员会|开发建设管理委员会|开发建设管委会)$"
)
ORG_END = re.compile(
    r"(?:人民政府|政府|管理委员会|管委会|委员会|办事处|办公室|局|厅|委|中心|院|部|署|处|队|公司|集团|办|会|区|镇|乡|市|县|街道?|旗|州|园|城|站|所|社|校|学|馆|台|署|苏木)$"
)
ORGAN_END = re.compile(
    rf"人民政府|管理委员会|管委会|街道(?:办事处)?|自治[州县旗]|(?<=[\u4e00-\u9fff]{{2}})[局厅]|办公室|{ZONE_WORD}|(?<=[\u4e00-\u9fff])[市县区州旗镇乡](?=优化|推进|加强|生态|安全|营商|普法|教育)"
)
SHORTEST_ACT = 3  # characters a subject behind an issuer has at least
SUBJECT_VERBS = (
    r"(?:始终|全面|认真|深入|紧紧|积极|切实|坚决|高度|严格|大力|继续|持续|扎实|不断|全力|牢固|着力|充分|主动)?"
    r"(?:编制|现将|现就|现公布|向社会|特向|公布|坚持|贯彻|落实|学习|围绕|按照|根据|依据|在.{0,30}(?:领导|指导|支持|关心)|以.{2,40}为|立足|聚焦|把|推进|严格按|高度重视|认真|深入|紧紧|严格|依法|将|紧扣|切实|牢牢|统筹)"
)
# A subject is taken for a name where it ends as organs' names do
ACTS = re.compile(
    r"(?:政府|委员会|管委会|办事处|局|厅|[市县区旗州镇乡]|街道|苏木|开发区|新区|园区?|新城|办公室|中心|[改健教工]委|大学|学院|医院|学校|公司|集团|[支大总]队|法院|检察院)(?:\(.{2,12}\))?$"
)
# 《X2022年…年度报告》, 现将X2023年…情况报告如下, 特向社会公布X2023年…年度报告: the phrase that
# stands for the report's title
ANNOUNCING = (
    re.compile(r"《([^《》]{4,90}?(?:报告|年报|情况|总结))》"),
    re.compile(
        r"(?:现将|现就|现公布|现发布|现予公布|现向社会公布|特向社会公布|向社会公布|特公布|公布|发布|编制)(?:了)?([^《》。；;:：]{4,90}?)(?:如下|公布|予以|[。；;:：\n])"
    ),
)
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
) -> list[Named]:
    """Names of the issuer, best first. `sources`: (label, name) of 来源, 发布机构, asked last."""
    opening = simplified("\n".join(paragraphs[:12])[:NAMED_WITHIN])
    found = [Named(name, "标题", 0.97) for name in _optional(in_title(title))]
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
    if re.search(r"《.+》", plain) and WRAPPERS.match(plain):
        plain = re.sub(r"^.*《(.+)》.*$", r"\1", plain)
    plain = BRACKETED.sub("", plain).strip('《》"“” ')
    plain = re.sub(r"^关于(?:印发|报送|公布|发布|公开|呈报|上报)?", "", plain)
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
    ends = [match.end() for match in ORGAN_END.finditer(name)]
    return next((name[:end] for end in reversed(ends) if len(name) - end >= SHORTEST_ACT and end > 1), name)


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
    phrases = [match.group(1) for form in ANNOUNCING for match in form.finditer(plain)]
    names = [in_title(phrase) for phrase in phrases if ENDS_TITLE.search(phrase)]
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


# What a title puts between the issuer and the rest of it: 某局|2022年…
BETWEEN = " |｜¦:：-—–_/·、"


def clean_name(name: str) -> str:
    """The name without the words for its organ: 句容市人民政府黄梅街道办事处 → 句容市黄梅街道;
    某区管委会 → 某区.

    An office of its own stays: 某区管委会办公室.
    """
    name = flat(name).strip(BETWEEN)
    plain = re.sub(r"^.*?(?=中共)", "", name) if "中共" in name else name
    without = PARTY_FIRST.sub("", plain).strip(" 、")
    # 市委火炬高新区工委: the committee of a committee
    plain = PARTY_WITHIN.sub("", without) if without != plain else plain
    plain = (
        re.sub(r"^.*(?:工委|委员会|[市县区]委) (?=\S{3,})", "", plain) if PARTY.match(plain) else plain.split(" ")[-1]
    )
    plain = TOWN_PARTY.sub(r"\1", PARTY.sub("", plain))
    plain = re.sub(r"(?<=[市县区旗])委(?=[\u4e00-\u9fff]{2,}工委)", "", plain)
    plain = re.sub(r"(?<=[市县区旗州盟省])人民政府(?=.+(?:街道|镇|乡|苏木))", "", plain)
    plain = re.sub(r"街道办(?:事处)?$", "街道", plain)
    plain = TWICE.sub(r"\1", re.sub(r"(?<=[省市州盟县区旗])委(?:员会)?(?:、|和)?(?=.{0,8}政府)", "", plain))
    bare = re.sub(r"人民$|(?:规划|开发)?建设$", "", ORGAN.sub("", plain))
    bare = re.sub(r"(?<=[市县区旗州])委$", "", bare)
    return bare.strip(" 、的") if len(bare.strip(" 、的")) >= 2 else plain
