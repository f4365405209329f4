"""Names as pages print them, brought to one plain form, and what cannot be a name at all."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.gazetteer.leading import leading_places
from corpus.gazetteer.zones import ZONE_WORD
from corpus.text.numerals import arabic_years
from corpus.text.script import simplified

SPACES = re.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
GENERIC = re.compile(
    r"^(?:我|本|组织|召开|开展|推动|推进|加强|健全|完善|建立|持续|通过|对照|对|与|向|由于|召|工作|年度|全|各|该|其|今年|去年|过去|一年|现将|为|根据|按照|在|以|近年|自(?!治)|由|报告|上年|本年|年度|情况|总体|本机关|总的|这)"
)
NO_NAME = re.compile(r"[。；;!！?？\d%“”\"]|是|赴|前往|的(?!$)|党中央|中央|总书记|我们|全国人|群众")
KIND = re.compile(ZONE_WORD)
LONGEST_ISSUER = 44  # characters; a longer stretch is a sentence, not a name


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Simplified, Chinese years in digits, spaces inside the name out (an outer one between two
    organs stays ' ')."""
    plain = SPACES.sub(" ", arabic_years(simplified(text))).strip()
    plain = (
        plain.replace("（", "(")
        .replace("）", ")")
        .replace("〈", "《")
        .replace("〉", "》")
        .replace("•", "·")
        .replace("・", "·")
    )
    # A space stands between two organs; any other was set by an OCR or a broken line
    return re.sub(r"(?<![会委府局]) | (?=[,，。)）]|.?.?$)", "", plain)


def is_name(name: str) -> bool:
    """May this be an issuer's name? Not a sentence, not 我局, not a stretch with figures."""
    if not 2 <= len(name) <= LONGEST_ISSUER:
        return False
    if NO_NAME.search(name) and NO_NAME.search(KIND.sub("", name)):  # 中央商务区 is no 党中央
        return False
    return not GENERIC.match(name) or bool(leading_places(name)[0])  # 本溪市 and 全州县 are no 本局 or 全县
