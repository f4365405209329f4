"""Organs named around a report: who signed, printed and received it, whose letterhead it bears."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer.organs import ending
from corpus.name import lexicon as tag
from corpus.name.printed import flat, is_name
from corpus.name.spans import ORGANS, spans
from corpus.text.numerals import SPELLED_YEAR
from corpus.text.script import simplified

SIGNED = re.compile(ending("signs") + "$")
PLACED = re.compile(r"(?:[市县区旗州镇乡园城]|街道|苏木)$")  # signs without its organ, its date below
# A name that has its organ's words on the line below, and what such a line is made of
NAMED = frozenset({tag.OWN, tag.PLACE, tag.SHORT, tag.ZONE, tag.KIND})
RESTS = ORGANS | {tag.KIND, tag.OFFICE}
DATE = re.compile(rf"(?:19|20)\d\d\s*年|{SPELLED_YEAR}")
ADDRESSEE = re.compile(r"^.{2,40}[:：]$")


def signatures(lines: Sequence[str]) -> list[str]:
    """The lines of a signature that are names of organs; a 印发 line gives the office that printed
    it last."""
    found = []
    lines = _whole(lines)
    for at, line in enumerate(lines):
        plain = flat(line).strip("()（） 。")
        dated = next((bool(DATE.match(other.strip())) for other in lines[at + 1 :] if other.strip()), False)
        plain = re.sub(r"(?:19|20)\d\d年\d+月\d+日.*$", "", plain).strip()
        if re.search(r"抄[送报]|联系|电话|公开|附件|[:：]", plain):
            continue
        if (
            is_name(plain.replace(" ", ""))
            and (SIGNED.search(plain) or (dated and PLACED.search(plain)))
            and "印发" not in line
        ):
            found.append(plain)
    return found


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines, those of one name joined: 某经济技术 / 开发区管理委员会, 某新区 / 管理委员会."""
    found: list[str] = []
    for line in lines:
        if found and name_goes_on(found[-1], line):
            found[-1] = found[-1].rstrip() + line.strip()
        else:
            found.append(line)
    return found


def name_goes_on(above: str, below: str) -> bool:
    """Is the lower line nothing but the rest of the name above: 某经济技术 / 开发区管理委员会?"""
    name, rest = flat(above).strip(), flat(below).strip()
    if not name or not rest or not is_name(name + rest):
        return False
    words = spans(rest)
    return all(word.tag in RESTS for word in words) and spans(name)[-1].tag in NAMED


def printers(lines: Sequence[str]) -> list[str]:
    """Organs whose office printed the document: 某高新区党政办公室 2023年11月17日印发 →
    某高新区."""
    found = []
    for line in lines:
        if "印发" in line:
            name = re.split(r"(?:19|20)\d\d年", flat(line))[0].strip()
            found.append(re.sub(r"(?:党工委|管委会|管理委员会|党政|综合|人民政府|政府)*(?:办公室|办)$", "", name))
    return [name for name in found if is_name(name)]


def letterheads(lines: Sequence[str]) -> list[str]:
    """Names in red letterheads: 某区管理委员会文件, with an OCR's spaces and stray commas out."""
    found = []
    for line in lines:
        plain = re.sub(r"[\s\u3000,，.]+", "", simplified(line))
        if plain.endswith("文件") and is_name(plain[:-2]):
            found.append(plain[:-2])
    return found


def addressees(front: Sequence[str], paragraphs: Sequence[str]) -> list[str]:
    """The organs a report is addressed to: 中共潮州市委: → 潮州市."""
    lines = [flat(line) for line in [*front, *paragraphs[:2]]]
    return [
        re.sub(r"^中共|[:：]$", "", line)
        for line in lines
        if ADDRESSEE.match(line) and re.search(r"[省市县区旗州盟](?:委|政府|人民)", line)
    ]
