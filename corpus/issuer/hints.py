"""What the parts of a page say about where it comes from: codes, registrations, host, and names of
places.

The marks are 网站标识码, police and ICP registration, postcodes, the host, and the places named by
site, foot, addressee, signature and text. Each is a `Hint` with a weight; `corpus.issuer.place`
weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.gazetteer import codes_named, division_name, rank_of
from corpus.gazetteer.hosts import PREFIXED, host_places
from corpus.gazetteer.leading import ZONE_BEGINS, leading_places
from corpus.gazetteer.zones import KINDS, zone_names
from corpus.issuer.place import Hint
from corpus.issuer.signature import addressees, signatures
from corpus.name.printed import flat
from corpus.name.site_name import site_of_tag
from corpus.records import Loaded, Stripped
from corpus.text.script import simplified

SITE_CODE = re.compile(r"(?:网站标识码|標識碼|标识码)\D{0,6}(\d{6})")
POLICE = re.compile(r"公网?安备\D{0,6}(\d{6})")
ICP = re.compile(r"([京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新蒙])\s*ICP备")
PROVINCE_DIGITS = (
    "11 12 31 50 13 14 21 22 23 32 33 34 35 36 37 41 42 43 44 45 46 51 51 52 52 53 53 54 61 62 62 63 64 65 15"
)
PROVINCE_OF = dict(
    zip(
        "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新蒙",
        PROVINCE_DIGITS.split(),
        strict=True,
    )
)
MARK = re.compile(r"[省市区县州盟旗]")
LONGEST_MENTION = 12  # characters of a division's name looked back from its last one
# Weights of hints. A site's own code and who signed outweigh all else; the police's number and the
# address tell where an office stands (7 of 46 real pages were filed under a district by them), a
# licence only the province; what the text mentions twelve times weighs as much as a signature.
SITE, POLICED, LICENSED, SITE_NAME, ADDRESSED, SIGNED, HEAD, MENTION = 6.0, 5.0, 3.0, 4.0, 5.0, 6.0, 2.0, 0.5
PUBLISHED, ADDRESS_WEIGHT = 3.0, 4.0  # 发布机构 is often the site's; an address weighs less than a name
# Where a hint of at least such a weight tells whose site it is, the police's number and the address count only so
# much: they name the district in which a city's office stands (7 of 46 pages were filed there).
TOLD, STOOD = 2.0, 0.1
LED = 1.5  # 某市委, 某市人民政府 named in the text: whoever reports is led by them
MENTIONS = 6  # names of one place in the text count no more than this often
MENTIONED = 4_000  # characters of the body in which places are counted
# 主办：某县人民政府, and who else keeps the site; what other labels tell begins behind them
KEPT_BY = re.compile(r"(?:主\s*办|承\s*办|主\s*管|版权所有)(?:单\s*位)?\s*[:：|]?\s*([^。；;]{2,60})")
OTHER_LABEL = re.compile(r"地\s*址|邮\s*编|邮政编码|电\s*话|标识码|备案|技术支持")
# 地址：某省某市某区某路1号: where the office stands, which may be any district of the city whose site it is
ADDRESS = re.compile(r"地\s*址\s*[:：|]?\s*([^。；;]{2,60})")
POSTCODE = re.compile(r"(?:邮\s*编|邮政编码)\D{0,4}(\d{6})(?!\d)")
# The first two digits of a postcode tell the province: postcode before the stroke, code of the
# division after it
POSTAL_PAIRS = (
    "10/11 20/31 30/12 40/50 01/15 02/15 03/14 04/14 05/13 06/13 07/13 11/21 12/21 13/22 15/23 16/23 21/32 22/32 23/34 24/34 "
    "25/37 26/37 27/37 31/33 32/33 33/36 34/36 35/35 36/35 41/43 42/43 43/42 44/42 45/41 46/41 47/41 51/44 52/44 53/45 54/45 "
    "55/52 56/52 57/46 61/51 62/51 63/51 64/51 65/53 66/53 67/53 71/61 72/61 73/62 74/62 75/64 81/63 83/65 84/65 85/54 86/54"
)
POSTAL = {pair[:2]: pair[3:] for pair in POSTAL_PAIRS.split()}
# Places a report visits, helps or cites are not its own
ELSEWHERE = re.compile(r"[^，,。；;\n]{0,20}(?:赴|前往|学习考察|考察学习|借鉴|对口|帮扶|结对|先进经验)[^。；;\n]{0,60}")
# A line with the site's name and nothing more; so many of them are a list of sites
BANNER = re.compile(r"[\u4e00-\u9fff]{2,20}(?:政府|管委会|委员会|[局厅])(?:门户|信息公开)?(?:网站?|平台)?$")
BANNERS, NEIGHBOURS = 2, 3
LEADS = re.compile(r"(?:市|县|区|州|省|旗|盟)?(?:委|党委|人民政府|政府)")
# Of the lines above the body so many are read; one that begins with a place is a name's up to so many
# characters, and small print up to so many: beyond stand paragraphs.
LINES_OF_HEAD, LONGEST_LETTERHEAD, LONGEST_HEAD = 80, 40, 200


def hints(
    address: str,
    loaded: Loaded,
    stripped: Stripped,
    paragraphs: Sequence[str],
    published: Sequence[str] = (),
    sessions: Sequence[str] = (),
) -> tuple[Hint, ...]:
    """Everything on a page that says where it comes from. `published`: the organs it names as its
    发布机构; `sessions`: the places whose assemblies it names."""
    foot = simplified("\n".join([*stripped.tail, *stripped.head]))
    about = "\n".join([foot, *paragraphs[:4], *paragraphs[-2:]])
    site = _of_the_site(address, loaded, foot, about)
    stood = STOOD if any(hint.weight >= TOLD for hint in site) else 1.0
    found = [*site, *(Hint(code, POLICED * stood, "公安备案号") for code in _known(POLICE.findall(foot)))]
    found += [Hint(PROVINCE_OF[mark] + "0000", LICENSED, "ICP 备案号") for mark in dict.fromkeys(ICP.findall(foot))]
    found += _named(ADDRESS.findall(about), ADDRESS_WEIGHT * stood, "主办单位和地址")
    found += [Hint(code, LICENSED, "邮政编码") for code in _posted(about)]
    found += _named(published, PUBLISHED, "发布机构") + _leading(published, PUBLISHED, "发布机构")
    found += _named(addressees(stripped.front, paragraphs), ADDRESSED, "主送机关")
    found += _named(sessions, SIGNED, "人民代表大会")
    found += _named([*stripped.back, *stripped.front], SIGNED, "落款")
    found += _leading(signatures([*stripped.back, *stripped.front]), SIGNED, "落款")
    found += _leading([line for line in stripped.head[:LINES_OF_HEAD] if len(line) < LONGEST_LETTERHEAD], HEAD, "页首")
    found += _headed([line for line in stripped.head[:LINES_OF_HEAD] if len(line) < LONGEST_HEAD])
    found += _mentioned("\n".join(paragraphs)[:MENTIONED])
    return tuple(found)


def _of_the_site(address: str, loaded: Loaded, foot: str, about: str) -> list[Hint]:
    """What tells whose site it is: its code, its name, its host, who keeps it."""
    found = [Hint(code, weight, "网址") for code, weight in host_places(address)]
    if not address.startswith("http"):  # a page saved as a file tells its domain; initials alone are but a guess
        domain = host_places(f"http://{loaded.meta.get('sitedomain', '')}/")
        found = [Hint(code, weight, "网址") for code, weight in domain if weight >= PREFIXED]
    codes = SITE_CODE.findall(foot) + re.findall(r"^\d{6}", loaded.meta.get("siteidcode", ""))
    found += [Hint(code, SITE, "网站标识码") for code in _known(codes)]
    keepers = [OTHER_LABEL.split(name)[0] for name in KEPT_BY.findall(about)]
    found += _named(keepers, SITE_NAME, "主办单位和地址")
    names = [loaded.meta.get("sitename", ""), site_of_tag(loaded.title_tag or "")]
    return found + _named(names, SITE_NAME, "网站名称") + _leading(names, SITE_NAME, "网站名称")


def _known(codes: Iterable[str]) -> list[str]:
    """Codes in use; an outdated county code still tells its city."""
    found = []
    for code in dict.fromkeys(codes):
        for known in (code, code[:4] + "00", code[:2] + "0000"):
            if division_name(known):
                found.append(known)
                break
    return found


def _headed(lines: Sequence[str]) -> list[Hint]:
    """Places above the body: the site's own name weighs most, a menu of neighbours next to
    nothing."""
    banners = [line for line in lines if BANNER.match(line.strip())]
    found = _named(banners, SITE_NAME, "网站名称") if len(banners) <= BANNERS else []
    groups = len({codes for line in lines for codes in names_in(line)})
    return found + _named(lines, HEAD * min(1.0, NEIGHBOURS / max(1, groups)), "页首")


def _posted(text: str) -> list[str]:
    provinces = (POSTAL.get(code[:2]) for code in POSTCODE.findall(text))
    return [code + "0000" for code in dict.fromkeys(provinces) if code]


def names_in(text: str) -> list[tuple[str, ...]]:
    """The divisions a text names in full, each as the codes its name can mean, nested ones as one
    (汕尾市城区)."""
    return [codes for codes, _ in _named_in(simplified(text))]


def _named_in(plain: str) -> list[tuple[tuple[str, ...], int]]:
    """The divisions a text names, each as the codes its name can mean, and where the name ends."""
    found: list[tuple[tuple[str, ...], int]] = []
    until = 0
    for mark in MARK.finditer(plain):
        for start in range(max(until, mark.end() - LONGEST_MENTION), mark.end() - 1):
            name = plain[start : mark.end()]
            codes = codes_named(name)
            if codes and (name in KINDS or _ends_zone(plain, start, mark.end())):
                continue
            if codes and rank_of(codes[0]) == 3 and found and start == until:
                codes = tuple(code for code in codes if code[:2] in {outer[:2] for outer in found[-1][0]}) or codes
            if codes:
                found.append((codes, mark.end()))
                until = mark.end()
                break
    return found


def _ends_zone(plain: str, start: int, end: int) -> bool:
    """Is a name the end of a zone's: 安新区 in 贵安新区? A 合作区 is no 合作市 either."""
    return plain[start:end].endswith("区") and any(
        plain[at:end] in zone_names() for at in range(max(0, start - LONGEST_MENTION), start)
    )


def _named(lines: Iterable[str], weight: float, source: str) -> list[Hint]:
    codes = list(dict.fromkeys(codes for line in lines for codes in names_in(line)))
    return [Hint(code, weight / len(group), source) for group in codes for code in group]


def _leading(names: Iterable[str], weight: float, source: str) -> list[Hint]:
    """Places in whose short names the names of zones begin: 渭南高新技术产业开发区财政局."""
    found = []
    for name in names:
        plain = flat(name)
        codes, rest = leading_places(plain)
        if codes and ZONE_BEGINS.match(rest) and not codes_named(plain[: len(plain) - len(rest)]):
            cities = [code for code in codes if rank_of(code) < 3]  # a county's short name may be a zone's own
            found += [Hint(code, weight / len(cities), source) for code in cities]
    return found


def _mentioned(text: str) -> list[Hint]:
    plain = ELSEWHERE.sub("", text)
    weights: dict[tuple[str, ...], float] = {}
    for codes, end in _named_in(plain):
        weight = LED if LEADS.match(plain, end) else MENTION
        weights[codes] = min(weights.get(codes, 0) + weight, MENTIONS * MENTION)
    return [Hint(code, weight / len(codes), "正文") for codes, weight in weights.items() for code in codes]
