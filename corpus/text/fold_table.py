"""Builds `fold.tsv`, the shipped table that `corpus.text.fold` reads: `python -m
corpus.text.fold_table`.

The table is OpenCC's t2s applied to single characters (its phrase rules damage text that is
simplified already), NFKC where it keeps one character one character, lower case, and a few declared
equivalences that neither knows. It is shipped, so that what matches does not change with the
installed version of OpenCC or of Unicode.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).with_name("fold.tsv")

# Forms that OpenCC leaves to its phrase rules, or leaves alone, and that reports use for one
# another. From 覆 on: what OpenCC's s2t, s2tw and s2hk make of reports and laws, and t2s by single
# characters does not bring back (答复 → 答覆, 856 times in 22 M characters).
_PAIRS = "著着 衞卫 瞭了 谘咨 藉借 衹只 祇只 覆复 濬浚 甦苏 揹背 簷檐 痺痹 枱台 敍叙 鲶鲇"
VARIANTS = {pair[0]: pair[1] for pair in _PAIRS.split(" ")}
DASHES = "‐‑‒–—―−─━﹘﹣－⸺⸻"
QUOTES = "“”„‟〝〞〟＂「」『』﹁﹂﹃﹄｢｣‘’‚‛＇'"
BRACKETS = {"〔": "[", "〕": "]", "﹝": "[", "﹞": "]"}
# Radicals that PDF fonts yield for characters and that have no NFKC form (Unicode's
# EquivalentUnifiedIdeograph).
RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
    "⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒镸⻓长⻔门"
    "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


def declared() -> dict[str, str]:
    """The equivalences declared here, one character to one."""
    table = dict(zip(RADICALS[::2], RADICALS[1::2], strict=True)) | VARIANTS | BRACKETS
    return table | dict.fromkeys(DASHES, "-") | dict.fromkeys(QUOTES, '"')


def single_steps() -> dict[str, str]:
    """For every character that any rule changes: what one step of the rules makes of it."""
    from opencc import OpenCC

    t2s, ours = OpenCC("t2s"), declared()
    steps = {}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in ("Cs", "Co", "Cn", "Cc"):
            continue
        for became in (ours.get(char), unicodedata.normalize("NFKC", char), char.lower(), t2s.convert(char)):
            if became is not None and len(became) == 1 and became != char:
                steps[char] = became
                break
    return steps


def keep_in_plane(steps: dict[str, str]) -> dict[str, str]:
    """Turn steps round that lead from a common character to a rare one past U+FFFF, so that folded
    text stays 16 bits wide."""
    turned: dict[str, str] = {}
    for char in sorted(steps):
        became = steps[char]
        if char <= "\uffff" < became:
            turned.setdefault(became, char)
            turned[char] = turned[became]
    return {char: became for char, became in (steps | turned).items() if char != became}


def closed(steps: dict[str, str]) -> dict[str, str]:
    """Follow steps to their end, so that folding twice is folding once. Raises ValueError on a
    circle."""
    ends = {}
    for char in steps:
        end, seen = steps[char], {char}
        while end in steps:
            if end in seen:
                raise ValueError(f"the rules run in a circle at U+{ord(end):04X}")
            seen.add(end)
            end = steps[end]
        ends[char] = end
    return ends


def main() -> None:
    """Write the table."""
    table = closed(keep_in_plane(single_steps()))
    lines = [f"{ord(char):04X}\t{ord(became):04X}\t{char}\t{became}" for char, became in sorted(table.items())]
    head = "# code\tfolds to\tas characters; made by `python -m corpus.text.fold_table`, not by hand"
    TABLE.write_text("\n".join([head, *lines, ""]), encoding="utf8")


if __name__ == "__main__":
    main()
