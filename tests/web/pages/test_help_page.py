"""The help page: every example can be read, every route is named."""

import re
from html import unescape

import pytest
from material.site_corpus import site

from search.query.read import parse
from web.pages.help_page import SUMMARIES, SYNTAX
from web.record.openapi import description


@pytest.mark.parametrize("text", [text for text, _ in SYNTAX])
def test_examples_can_be_read(text):
    assert parse(text).interpreted


def test_page(tmp_path):
    client = site(tmp_path).test_client()
    text = client.get("/help").text
    for path in ("/api/search", "/api/kwic", "/api/suggest", "/api/reports/{id}", "/healthz", "/openapi.json"):
        assert path in text
    assert "How to search" in client.get("/help?lang=en").text
    assert client.get("/help?lang=fr").status_code == 400


def test_questions_about_a_phrase_lead_to_their_answers(tmp_path):
    client = site(tmp_path).test_client()
    text = client.get("/help").text
    links = re.findall(r'<a href="(/phrase[^"#]*)(?:#([a-z]*))?">', text)
    assert len(links) >= 4
    for address, part in links:
        answer = client.get(unescape(address)).text
        assert f'id="{part}"' in answer or not part


def test_the_api_is_described_in_both_languages():
    summaries = [methods["get"]["summary"] for methods in description("1")["paths"].values()]
    assert set(summaries) == set(SUMMARIES)
