"""What the host of a site says about where it is: gxq.hld.gov.cn → 葫芦岛市.

Government hosts are a department or zone in front of a place: full pinyin (xuwen), or letters
(hld), often with the province's in front (ynlf, sxxiaxian). A small table holds the labels no rule
gives; pinyin and initials are read off the division table. Initials are shared by many places, so
they only weigh among places found otherwise or inside a province.
"""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from corpus.gazetteer.divisions import city_code, divisions, rank_of

EXACT, PINYIN, PREFIXED, SHARED = 5.0, 4.0, 3.0, 1.0  # how much a label of each kind weighs
MOST_INITIALS = 3  # letters that are rather the initials of a place than its name: gz, hn, nmg
MOST_SHARED = 12  # a label that fits more places than this says nothing
LETTERS = {
    "bj": "11", "tj": "12", "he": "13", "hb": "13 42", "sx": "14 61", "nmg": "15", "nm": "15", "ln": "21", "jl": "22", "hlj": "23",
    "sh": "31", "js": "32", "zj": "33", "ah": "34", "fj": "35", "jx": "36", "sd": "37", "hn": "43 41 46", "ha": "41", "gd": "44",
    "gx": "45", "hi": "46", "cq": "50", "cqs": "50", "sc": "51", "cn": "51", "gz": "52", "yn": "53", "xz": "54", "sn": "61",
    "gs": "62", "qh": "63", "nx": "64", "xj": "65",
}  # fmt: skip
HOST = re.compile(r"https?://([A-Za-z0-9.-]{3,253})(?=[:/?#]|$)")  # any other host names no place
SPELLED_ENDINGS = {"市": "shi", "县": "xian", "区": "qu", "州": "zhou", "旗": "qi", "盟": "meng"}
ENDINGS = re.compile(
    r"(shi|xian|qu|gov|zf|zfw|city|hitech|htz|htp|ctp|ht|eda|hdz|edz|etdz|kfq|jkq|jkfq|gxq|gxkfq|gx|jk|kfqgwh|xq|na|ftz)$"
)


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    with (files(__package__) / "hosts.csv").open(encoding="utf-8") as lines:
        return {row["label"]: row["code"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _spelled() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Codes by full pinyin and by initials, municipalities' city codes left out."""
    full: dict[str, list[str]] = defaultdict(list)
    initials: dict[str, list[str]] = defaultdict(list)
    for code, division in divisions().items():
        if code.endswith("0100") and division.name == divisions()[code[:2] + "0000"].name:
            continue
        syllables = division.pinyin.split()
        first = "".join(syllable[0] for syllable in syllables)
        whole = "".join(syllables)
        # 渠县 is quxian: what it is belongs to the spelling, to a short name above all
        for spelling in {whole, whole.replace("v", "u"), whole + SPELLED_ENDINGS.get(division.name[-1], "")}:
            full[spelling].append(code)
        for spelling in {
            first,
            first + {"市": "s", "县": "x", "区": "q", "州": "z", "旗": "q"}.get(division.name[-1], ""),
        }:
            initials[spelling].append(code)
    return full, initials


@lru_cache(maxsize=1024)
def host_places(address: str) -> tuple[tuple[str, float], ...]:
    """(code, weight) for the places an address's host may name; empty for files and hosts that name
    none."""
    match = HOST.match(address)
    host = match.group(1).lower() if match else ""
    labels = [
        label for label in host.split(".") if label not in ("www", "gov", "cn", "com", "org", "net", "edu", "m", "wap")
    ]
    found: list[tuple[str, float]] = []
    for label in reversed(labels):  # the place nearest to gov.cn first
        inside = found[0][0] if found and found[0][1] >= PINYIN else None
        found += _label_places(label, inside)
    return tuple(found)


def _label_places(label: str, inside: str | None) -> list[tuple[str, float]]:
    known = _labels().get(label)
    if known and inside is None:
        return [(known, EXACT)]
    bare = label.replace("-", "")
    stem = ENDINGS.sub("", bare)
    full, initials = _spelled()
    for spelling in dict.fromkeys((bare, stem)):
        codes = _within(full.get(spelling, []), inside)
        if codes and len(spelling) > MOST_INITIALS:
            top = [code for code in codes if rank_of(code) < 3] if inside is None else []
            return [(code, PINYIN) for code in top] or _share(codes, PINYIN)
    if inside:
        return _share(_within(initials.get(bare, []), inside), PREFIXED)
    return _prefixed(bare) or _zone_site(stem, bare) or _share(initials.get(bare, []), SHARED)


def _zone_site(stem: str, bare: str) -> list[tuple[str, float]]:
    """dlhitech, zzgx: a city's letters and the word for a zone."""
    if stem == bare or len(stem) < 2:
        return []
    known = [_labels()[stem]] if stem in _labels() else []
    others = [code for code in _spelled()[1].get(stem, []) if rank_of(code) == 2 and code not in known]
    if not others:
        return [(code, PREFIXED) for code in known]
    return [(code, 2 * SHARED) for code in known] + _share(others, SHARED)


def _prefixed(label: str) -> list[tuple[str, float]]:
    """ynlf, sxxiaxian: a province's letters and a county's; xncz, szpinglu: a city's letters and a
    county's."""
    full, initials = _spelled()
    for length in (3, 2):
        head, rest = label[:length], label[length:]
        if len(rest) < 2:
            continue
        spelled = [code for spelling in (rest, ENDINGS.sub("", rest)) for code in full.get(spelling, [])]
        lettered = initials.get(rest, [])
        provinces = [code + "0000" for code in LETTERS.get(head, "").split()]
        cities = [code for code in initials.get(head, []) if rank_of(code) == 2]
        cities += [code for code in (_labels().get(head),) if code and rank_of(code) == 2]
        for codes, outers in ((spelled, provinces), (spelled, cities), (lettered, provinces), (lettered, cities)):
            inside = [code for outer in dict.fromkeys(outers) for code in _within(codes, outer)]
            if inside:
                return _share(list(dict.fromkeys(inside)), PREFIXED)
    return []


def _within(codes: list[str], outer: str | None) -> list[str]:
    if outer is None:
        return codes
    if rank_of(outer) == 1:
        return [code for code in codes if code[:2] == outer[:2] and code != outer]
    return [code for code in codes if city_code(code) == outer and code != outer]


def _share(codes: list[str], weight: float) -> list[tuple[str, float]]:
    """The weight shared among several places; a label that fits very many says nothing."""
    return [] if len(codes) > MOST_SHARED else [(code, round(weight / math.sqrt(len(codes)), 2)) for code in codes]
