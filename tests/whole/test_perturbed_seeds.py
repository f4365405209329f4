"""The five real reports wrapped in furniture drawn at random: sections, letters and titles must
come out as without it.

`VARIANTS=500 pytest tests/whole/test_perturbed_seeds.py` runs as many as one likes.
"""

import json
import os
import random
import re
from collections import Counter

import pytest
from material.furniture_generator import wrapped_html, wrapped_text
from material.shared_material import GOLD, SEEDS, needs_seeds

from corpus.load.page import load
from corpus.outline.sections import outline
from corpus.records import Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

VARIANTS = int(os.environ.get("VARIANTS", "60"))
pytestmark = [needs_seeds, pytest.mark.slow]


def bare(text):
    return re.sub(r"\s", "", text or "")


def cleaned(address, body, year):
    stripped = strip(load(Page(address, body)))
    paragraphs, _ = repair(stripped)
    return (
        stripped,
        paragraphs,
        Counter((s.id, s.level, bare(s.heading), bare(s.text)) for s in outline(paragraphs, "法治政府建设", year)),
    )


def seeds():
    for gold_path in sorted(GOLD.glob("*.json")):
        gold = json.loads(gold_path.read_text(encoding="utf8"))
        path = SEEDS / f"{gold_path.stem}.txt"
        raw = path.read_text(encoding="utf8").split("\n")
        lines = [raw[number - 1] for number in gold["body_line_numbers"]]
        yield gold, lines, *cleaned(path.as_uri(), path.read_bytes(), gold["report_year"])[1:]


def test_furniture_changes_nothing():
    known = list(seeds())
    found = wanted = right = kept = letters = 0
    left, titles = [], []
    for variant in range(VARIANTS):
        gold, lines, paragraphs, sections = known[variant % len(known)]
        wrap = wrapped_html if variant // len(known) % 3 == 0 else wrapped_text
        page = wrap(random.Random(variant), gold["title"], lines)
        stripped, got, parts = cleaned(f"https://www.example.gov.cn/{variant}.html", page.body, gold["report_year"])
        found, wanted, right = found + parts.total(), wanted + sections.total(), right + (parts & sections).total()
        body = Counter(bare("".join(paragraphs)))
        letters, kept = letters + body.total(), kept + (body & Counter(bare("".join(got)))).total()
        kept_lines = {bare(line) for line in page.kept}
        shown = {bare(line) for line in (*got, *stripped.front, *stripped.back)} - {bare(line) for line in paragraphs}
        left += [(variant, line) for line in page.furniture if bare(line) in shown - kept_lines]
        titles.append(gold["title"] is None or bare(stripped.title) == bare(gold["title"]))
    assert 2 * right / (found + wanted) >= 0.99
    assert kept / letters >= 0.999
    assert left == []
    assert sum(titles) >= 0.99 * len(titles)
