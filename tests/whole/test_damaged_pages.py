"""Damaged pages through the whole of cleaning: no crash, nothing slow, sections that still tile
what is left."""

import random
import time

import pytest
from material.furniture_generator import wrapped_html, wrapped_text

from corpus.errors import LoadError
from corpus.load.page import load
from corpus.outline.sections import outline
from corpus.records import Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

TITLE = "东湖县2024年法治政府建设年度报告"
BODY = [
    "2024年，东湖县坚持依法行政，现将情况报告如下：",
    "一、成效",
    "（一）执法规范。办案52件。",
    "二、不足",
    "力量薄弱，培训不够。",
] * 3
SLOWEST = 2.0


def damage(numbers, body):
    """The page truncated, with wild bytes, with a hole, shuffled, or with nothing but noise."""
    kind, data = numbers.randrange(5), bytearray(body)
    if kind == 0:
        return bytes(data[: numbers.randrange(len(data))])
    if kind == 1:
        for _ in range(numbers.randrange(1, 200)):
            data[numbers.randrange(len(data))] = numbers.randrange(256)
    elif kind == 2:
        first, last = sorted((numbers.randrange(len(data)), numbers.randrange(len(data))))
        del data[first:last]
    elif kind == 3:
        at = numbers.randrange(len(data))
        data[at:at] = b"<div><table><tr>" * numbers.randrange(1, 300)
    else:
        return numbers.randbytes(numbers.randrange(1, 3000))
    return bytes(data)


NASTY = [
    "<div>" * 10_000 + "正文",
    "<table><tr><td>" * 3_000 + "正文",
    "<ul><li>" * 3_000,
    '<p class="' + "x " * 200_000 + '">正文',
    "一、法治。" * 20_000,
    "（一）法治。" * 20_000,
    "法" * 300_000,
    " " * 300_000 + "法",
    "“（《" * 100_000,
    "索引号：\n" * 4_000,
    "东湖县人民政府\n" * 4_000,
    "打印分享" * 50_000,
    "<!--" * 50_000,
    "display:none " * 50_000 + "<p>正文",
    "<p>" + "&lt;" * 100_000,
    "法治\n" * 100_000,
    "<p>法治</p>" * 200_000,
]


@pytest.mark.slow
def test_nothing_crashes_and_nothing_is_slow():
    numbers = random.Random(11)
    pages = [wrap(numbers, TITLE, BODY).body for wrap in (wrapped_text, wrapped_html) for _ in range(5)]
    bodies = [damage(numbers, numbers.choice(pages)) for _ in range(90)] + [text.encode() for text in NASTY]
    for body in bodies:
        started = time.process_time()
        try:
            paragraphs, _ = repair(strip(load(Page("https://www.example.gov.cn/1.html", body))))
        except LoadError:
            continue
        sections = outline(paragraphs, "法治政府建设", 2024)
        assert "\n".join(section.text for section in sections) == "\n".join(paragraphs)
        assert time.process_time() - started < SLOWEST, body[:60]
