"""The five real reports against what was read from them by hand: body, title, letter parts,
sections. Skips without them."""

import json
import re

import pytest
from material.shared_material import GOLD, SEEDS, needs_seeds

from corpus.load.page import load
from corpus.outline.sections import outline
from corpus.records import Page
from corpus.refusal import why_refused
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

NAMES = sorted(path.stem for path in GOLD.glob("*.json")) if GOLD.is_dir() else []
pytestmark = needs_seeds


def bare(text):
    return re.sub(r"\s", "", text)


def read(name):
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf8"))
    path = SEEDS / f"{name}.txt"
    stripped = strip(load(Page(path.as_uri(), path.read_bytes())))
    paragraphs, _ = repair(stripped)
    return gold, path.read_text(encoding="utf8").split("\n"), stripped, paragraphs


@pytest.fixture(params=NAMES or ["none"])
def seed(request):
    return read(request.param)


def found(section):
    """Level, number, heading, and the first 20 characters after the heading."""
    rest = bare(section.text[section.text.index(section.heading) + len(section.heading) :]).lstrip("。；:：")
    return section.level, bare(section.number), bare(section.heading), rest[:20] or None


def test_sections_are_the_printed_ones(seed):
    gold, _, _, paragraphs = seed
    sections = outline(paragraphs, "法治政府建设", gold["report_year"])
    expected = [
        (s["level"], bare(s["number"]), bare(s["heading"]), s["first_20_chars_of_body"]) for s in gold["sections"]
    ]
    assert [found(section) for section in sections if section.heading is not None] == expected
    assert "\n".join(section.text for section in sections) == "\n".join(paragraphs)
    assert len({section.id for section in sections}) == len(sections)


def test_opening_and_unheaded_passages(seed):
    gold, _, _, paragraphs = seed
    sections = outline(paragraphs, "法治政府建设", gold["report_year"])
    assert sections[0].id == "0"
    assert bare(sections[0].text).startswith(gold["preamble_first_20_chars"])
    passages = [section for section in sections if section.id.startswith("u")]
    names = {"problems": "问题不足", "plan": "下年安排"}
    assert [(p.id, p.part) for p in passages] == [
        (f"u{n}", names[b["kind"]]) for n, b in enumerate(gold["unheaded_blocks"], 1)
    ]
    assert all(p.text.startswith(b["first"]) for p, b in zip(passages, gold["unheaded_blocks"], strict=True))


def test_title_letter_parts_and_chrome(seed):
    gold, _, stripped, paragraphs = seed
    assert why_refused(stripped) is None
    assert stripped.title == gold["title"]
    assert {bare(line) for line in gold["metadata_lines"]} == {bare(line) for line in (*stripped.front, *stripped.back)}
    lines = {bare(line) for line in paragraphs}
    assert not lines & {bare(line) for line in (*gold["chrome_lines"], *gold["metadata_lines"], *gold["title_lines"])}


def test_body_characters_are_kept(seed):
    gold, raw, _, paragraphs = seed
    body = bare("".join(re.sub(r"^- ", "", raw[number - 1]) for number in gold["body_line_numbers"]))
    assert bare("".join(paragraphs)) == body


def test_lines_are_joined_where_a_page_broke_them(seed):
    gold, raw, _, paragraphs = seed
    for join in gold["line_joins"]:
        above, below = raw[join["lines"][0] - 1].rstrip(), raw[join["lines"][1] - 1].strip()
        assert any(bare(above)[-8:] + bare(below)[:8] in bare(paragraph) for paragraph in paragraphs)
