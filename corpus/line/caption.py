"""Captions of photographs and the lines in which reporters sign: 本报记者 王某 摄.

A line is one by how it ends (who reported, who took the picture), for what a picture shows is said
in sentences like any other. Patterns read the line as it stands: spaces set a name apart.
"""

from __future__ import annotations

import re
from typing import Final

# A longer line is a paragraph, whoever is named at its end.
LONGEST_CAPTION = 120

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_NAMES = rf"{_NAME}(?:[\s、,，/／]+{_NAME}){{0,4}}"
# 记者协会, 记者站, 记者之家 are no reporters.
_ROLE = r"(?:记者|通[讯訊][员員]|摄影(?:师|者|记者)?|攝影|实习生)(?!协会|站|团|会|节|证|招待|见面|采访|工作|之家|朋友|们|深入)"
_DID = r"(?:摄影报道|摄影|摄制|攝影?|摄|供图|报道|图文|文图|文[/／]?摄|图|文)"
_REPORTER = (
    rf"[\u4e00-\u9fff]{{0,12}}{_ROLE}[\s:：/／]*{_NAMES}(?:[\s/／]+{_ROLE}[\s:：/／]*{_NAMES})*(?:[\s/／]*{_DID})?"
)
_TAKEN_BY = rf"(?:{_NAMES}[\s/／]*(?:摄影报道|摄影|攝影?|摄|供图)|(?:摄影|攝影|供图|图片?|文)[:：/／]\s*{_NAMES})"
_LEAD = r"[\s□■◎●▲△▼◆◇★（(【\[]*"
_END = r"[\s)）】\]。]*"
_SIGNED: Final = re.compile(rf"{_LEAD}(?:{_REPORTER}|{_TAKEN_BY}(?:[\s/／]+{_TAKEN_BY})*){_END}")
# Behind what the picture shows: a full stop, a gap or a bracket, then who took it.
_SHOWN: Final = re.compile(
    rf"{_LEAD}[^\n]{{2,96}}?(?:[。！!”\s（(]|(?<=[\u4e00-\u9fff])[（(])(?:{_LEAD})"
    rf"(?:[\u4e00-\u9fff]{{0,12}}{_ROLE}[\s:：/／]*{_NAMES}[\s/／]*{_DID}|{_TAKEN_BY}){_END}"
)
_PICTURE: Final = re.compile(
    r"[（(【\[]?(?:资料|配|题|压题|新华社)?图片?(?:来源)?[:：]?(?:由)?[\u4e00-\u9fff“”]{0,20}(?:提供|供图)[)）】\]]?|[（(【\[](?:资料|新闻|网络)?图片?[)）】\]]"
)
# Every caption has one of these: most lines have none, and this says so at once.
_HINT: Final = re.compile(r"记者|通[讯訊][员員]|摄|攝|供图|图片|文[/／]|图[:：/／)）]|实习生")


def is_caption(line: str) -> bool:
    """Is the line a caption, or signed by a reporter and nothing more?

    >>> is_caption("大会会场。 本报记者 王某某 摄"), is_caption("组织记者深入一线采访二十次。")
    (True, False)
    """
    text = line.strip()
    if len(text) > LONGEST_CAPTION or not _HINT.search(text):
        return False
    return bool(_SIGNED.fullmatch(text) or _SHOWN.fullmatch(text) or _PICTURE.fullmatch(text))
