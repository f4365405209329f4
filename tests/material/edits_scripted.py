"""Edits as a drafter makes them, each with the rows that a comparison must find."""

import random
import re
from dataclasses import dataclass, field, replace

from opencc import OpenCC

from search.changes.sentence import sentences
from search.query.amount import in_words

TRADITIONAL = OpenCC("s2t").convert
# Invented, and in no report.
CLAUSES = ("会同相关科室逐项核对清单", "并向来访群众当面说明", "邀请商户代表到场见证", "同步更新公示栏内容")
SENTENCES = (
    "窗口工作人员轮流值守周末咨询台。",
    "对老旧台账逐页扫描归档并编制索引。",
    "组织新任科长旁听庭审后撰写心得。",
    "为外来务工者印制多语种办事手册。",
)
WORD = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass
class Draft:
    """A report's sentences by paragraph: `paragraphs[n]` is (section, its sentences); `expected`:
    rows as (kinds, old text, new text, moved)."""

    report: object
    paragraphs: list
    expected: list = field(default_factory=list)

    def written(self):
        """The report as it stands now; sections that lost all their text are gone."""
        texts = {}
        for section, parts in self.paragraphs:
            texts.setdefault(section, []).append("".join(parts))
        kept = [replace(s, text="\n".join(filter(None, texts[s.id]))) for s in self.report.sections if s.id in texts]
        return replace(self.report, sections=tuple(section for section in kept if section.text))

    def at(self, text):
        """The paragraph and the place in it of a sentence."""
        return next((n, parts.index(text)) for n, (_, parts) in enumerate(self.paragraphs) if text in parts)

    def put(self, text, *instead):
        """Other sentences in place of one."""
        n, place = self.at(text)
        self.paragraphs[n][1][place : place + 1] = instead

    def expect(self, kind, old, new, moved=False):
        self.expected.append((kind, old, new, moved))


def draft(report):
    """The sentences of a report, before any edit."""
    found = {}
    for each in sentences(report):
        found.setdefault((each.section, each.paragraph), []).append(each.text)
    return Draft(report, [(section, parts) for (section, _), parts in found.items()])


def _reworded(made, text, new):
    made.put(text, new)
    made.expect("reworded", text, new)


def _figures(made, text, pattern, becomes):
    new, n = re.subn(pattern, becomes, text)
    if not n or new == text:
        return False
    made.put(text, new)
    made.expect("figures", text, new)
    return True


def number(made, text, draw):
    return _figures(
        made, text, r"(?<![\d,.])(\d+)(?=[件份次家项人个场起])", lambda m: str(int(m[1]) + draw.randint(1, 60))
    )


def all_numbers(made, text, draw):
    if "," in text or not re.search(r"\d+[件份次家项人个场起].*\d", text):
        return False
    return _figures(made, text, r"\d+", lambda m: str(int(m[0]) + draw.randint(1, 9)))


def year(made, text, draw):
    return _figures(made, text, r"20\d\d(?=年)", lambda m: str(int(m[0]) + draw.choice((-2, -1, 1, 2))))


def in_characters(made, text, draw):
    new = re.sub(r"(?<![\d.])([1-9]\d?)(?=[件份次家项场起])", lambda m: in_words(int(m[1])).replace("〇", "零"), text)
    if new == text:
        return False
    made.put(text, new)
    made.expect("unchanged", text, new)
    return True


def inserted(made, text, draw):
    at = draw.randrange(2, len(text) - 3)
    _reworded(made, text, text[:at] + draw.choice(("持续", "稳妥", "分类")) + text[at:])
    return True


def deleted(made, text, draw):
    words = list(WORD.finditer(text))
    if len(words) < 4:
        return False
    word = draw.choice(words)
    _reworded(made, text, text[: word.start()] + text[word.end() :])
    return True


def replaced(made, text, draw):
    words = list(WORD.finditer(text))
    if len(words) < 4:
        return False
    word = draw.choice(words)
    _reworded(made, text, text[: word.start()] + "轮值" + text[word.end() :])
    return True


def clause_in(made, text, draw):
    _reworded(made, text, f"{text[:-1]}，{draw.choice(CLAUSES)}{text[-1]}")
    return True


def clause_out(made, text, draw):
    parts = text[:-1].split("，")
    if len(parts) < 3:
        return False
    del parts[draw.randrange(1, len(parts))]
    _reworded(made, text, "，".join(parts) + text[-1])
    return True


def clauses_swapped(made, text, draw):
    parts = text[:-1].split("，")
    if len(parts) < 3:
        return False
    parts[1], parts[2] = parts[2], parts[1]
    _reworded(made, text, "，".join(parts) + text[-1])
    return True


def every_fifth(made, text, draw):
    new = "".join("甯" if n % 5 == 4 and c.isalpha() else c for n, c in enumerate(text))
    _reworded(made, text, new)
    return True


def added(made, text, draw):
    new = draw.choice(SENTENCES)
    if any(new in parts for _, parts in made.paragraphs):
        return False
    made.put(text, text, new)
    made.expect("new", None, new)
    return True


def dropped(made, text, draw):
    made.put(text)
    made.expect("dropped", text, None)
    return True


def moved_inside(made, text, draw):
    n, place = made.at(text)
    parts = made.paragraphs[n][1]
    if len(parts) < 4 or place != 1:
        return False
    parts.append(parts.pop(place))
    made.expect("moved", text, text, True)
    return True


def _far(made, n):
    """A paragraph of another section, more than four sentences away."""
    section = made.paragraphs[n][0]
    return [
        m
        for m, (other, parts) in enumerate(made.paragraphs)
        if other != section
        and parts
        and parts[-1].endswith("。")
        and sum(len(p) for _, p in made.paragraphs[min(m, n) + 1 : max(m, n)]) > 4
    ]


def moved_away(made, text, draw):
    n, place = made.at(text)
    far = _far(made, n)
    if not far:
        return False
    made.paragraphs[n][1].pop(place)
    made.paragraphs[draw.choice(far)][1].append(text)
    made.expect("moved", text, text, True)
    return True


def moved_with_figures(made, text, draw):
    new = re.sub(r"(?<![\d,.])(\d+)(?=[件份次家项人个场起])", lambda m: str(int(m[1]) + 3), text)
    n, place = made.at(text)
    far = _far(made, n)
    if new == text or not far:
        return False
    made.paragraphs[n][1].pop(place)
    made.paragraphs[draw.choice(far)][1].append(new)
    made.expect("figures", text, new, True)
    return True


def split(made, text, draw):
    parts = text[:-1].split("，")
    if len(parts) < 2 or min(len("，".join(parts[:1])), len("，".join(parts[1:]))) < 7:
        return False
    first, rest = parts[0] + "。", "，".join(parts[1:]) + text[-1]
    made.put(text, first, rest)
    made.expect("split", text, (first, rest))
    return True


def merged(made, text, draw):
    n, place = made.at(text)
    parts = made.paragraphs[n][1]
    if place + 1 >= len(parts) or len(parts[place + 1]) < 7 or not usable(parts[place + 1]):
        return False
    behind = parts[place + 1]
    whole = text[:-1] + "，" + behind
    parts[place : place + 2] = [whole]
    made.expect("merged", (text, behind), whole)
    return True


def paragraph_moved(made, text, draw):
    n, _ = made.at(text)
    parts = made.paragraphs[n][1]
    far = _far(made, n)
    if not far or len(parts) > 4 or min(map(len, parts)) < 7:
        return False
    to = draw.choice(far)
    made.paragraphs[n] = (made.paragraphs[n][0], [])
    made.paragraphs.insert(to + 1, (made.paragraphs[to][0], parts))
    for each in parts:
        made.expect("moved", each, each, True)
    return True


def counted_anew(made, text, draw):
    new = re.sub(r"^([一二三四五])是", "七是", text)
    if new == text:
        new = f"（{draw.randint(1, 9)}）{text}"
    made.put(text, new)
    made.expect("unchanged", text, new)
    return True


def punctuation(made, text, draw):
    new = text.replace("，", "、")
    made.put(text, new)
    made.expect("unchanged", text, new)
    return new != text


def broken(made, text, draw):
    n, place = made.at(text)
    section, parts = made.paragraphs[n]
    if not 0 < place < len(parts):
        return False
    made.paragraphs[n : n + 1] = [(section, parts[:place]), (section, parts[place:])]
    made.expect("unchanged", text, text)
    return True


def other_script(made, text, draw):
    new = " ".join((TRADITIONAL(text[:5]), TRADITIONAL(text[5:])))
    made.put(text, new)
    made.expect("unchanged", text, new)
    return True


def repeated(made, text, draw):
    n, _ = made.at(text)
    far = _far(made, n)
    if not far:
        return False
    made.paragraphs[draw.choice(far)][1].append(text)
    made.expect("new", None, text)
    return True


EDITS = (
    number,
    all_numbers,
    year,
    in_characters,
    inserted,
    deleted,
    replaced,
    clause_in,
    clause_out,
    clauses_swapped,
    every_fifth,
    added,
    dropped,
    moved_inside,
    moved_away,
    moved_with_figures,
    split,
    merged,
    paragraph_moved,
    counted_anew,
    punctuation,
    broken,
    other_script,
    repeated,
)


def usable(text):
    """Whether a sentence is one to edit: prose of some length."""
    return (
        len(text) >= 16
        and text.endswith("。")
        and "\t" not in text
        and not re.match(r"[（(\d一二三四五六七八九十第]", text)
    )


def edited(made, edit, draw, taken):
    """Make one edit somewhere; None where no sentence allows it. Adds the sentences it touches to
    `taken`."""
    every = [text for _, parts in made.paragraphs for text in parts]
    able = [text for text in every if usable(text) and every.count(text) == 1 and text not in taken]
    draw.shuffle(able)
    for text in able:
        n, _place = made.at(text)
        if any(each in taken for each in made.paragraphs[n][1]):
            continue
        around, before = list(made.paragraphs[n][1]), len(made.expected)
        if edit(made, text, draw):
            taken.update(around, made.paragraphs[n][1] if n < len(made.paragraphs) else ())
            return made.expected[before:]
    return None


def drawn(seed):
    return random.Random(seed)
