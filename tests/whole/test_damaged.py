"""Damaged input of every kind: a record comes out, refused or not, soon, and nothing is raised."""

import random
import time

import pytest
from material.pages_written import LIST_PAGE, html_page, text_page

from corpus.clean import clean
from corpus.records import Page

# A runaway is stopped here; on a quiet machine none of these takes 5 seconds.
pytestmark = pytest.mark.slow
SECONDS = 60.0
GOOD = (html_page().body, text_page().body, html_page().body.decode().encode("gb18030"), LIST_PAGE)


def truncated(content, chance):
    return content[: chance.randrange(len(content))]


def noisy(content, chance):
    spoilt = bytearray(content)
    for _ in range(chance.randrange(1, 60)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def shuffled(content, chance):
    cuts = sorted(chance.randrange(len(content)) for _ in range(8))
    pieces = [content[start:end] for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def repeated(content, chance):
    at = chance.randrange(len(content))
    return content[:at] + content[at : at + 40] * chance.randrange(200) + content[at:]


def nonsense(content, chance):
    return chance.randbytes(chance.randrange(1, 4000))


DAMAGES = (truncated, noisy, shuffled, repeated, nonsense)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_pages(damage):
    chance = random.Random(damage.__name__)
    for _ in range(60):
        content = damage(chance.choice(GOOD), chance)
        for address in ("file:///x.html", "https://x.example/a.html"):
            record = clean(Page(address, content, None))
            assert bool(record.sections) != bool(record.refused)


BOMBS = {
    "deep nesting": b"<html><body>" + b"<div>" * 50_000 + "正文。".encode() + b"</div>" * 50_000,
    "deep tables": b"<table><tr><td>" * 5_000 + "一、正文。".encode(),
    "unclosed tags": b"<p><b><i><a href='x'>" * 20_000,
    "huge attribute": b"<html><body><p class='" + b"x" * 5_000_000 + "'>正文。</p>".encode(),
    "many attributes": b"<p " + b" ".join(b"a%d='1'" % n for n in range(50_000)) + b">x</p>",
    "entities": b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><p>"
    + b"&b;&amp;&#x4e00;" * 100_000,
    "one long line": "法治政府建设，".encode() * 300_000,
    "only spaces": b" \n\t\xc2\xa0" * 300_000,
    "many short lines": "一、\n".encode() * 200_000,
    "many headings": "".join(
        f"（{'一二三四五六七八九十'[n % 10]}）标题{n}。正文{n}。\n" for n in range(60_000)
    ).encode(),
    "many brackets": ("〔（《" * 200_000).encode(),
    "many digits": b"2023" * 500_000,
    "many dates": ("2023年1月1日" * 100_000).encode(),
    "controls": bytes(range(32)) * 10_000 + "正文".encode(),
    "surrogates": "正文".encode() + b"\xed\xa0\x80" * 10_000,
    "utf-16": "一、工作情况\n正文内容。".encode("utf-16"),
    "comments": b"<!--" * 100_000,
    "half a tag": "<html><body><p>正文".encode() + b"<" * 200_000,
    "script": b"<script>" + b"x" * 3_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_pages_made_to_exhaust(name):
    for address in ("file:///x.html", "file:///x.txt"):
        started = time.perf_counter()
        record = clean(Page(address, BOMBS[name]))
        assert time.perf_counter() - started < SECONDS
        assert bool(record.sections) != bool(record.refused)
