"""What was put together since numbers and signs are read never costs an answer: every bare query
finds as many sections of the sample as before."""

from pathlib import Path

import pytest

from benchmarks.rankings import Sample
from search.request import Request

BEFORE = [line.split("\t") for line in Path(__file__).with_name("bare_before.tsv").read_text("utf8").splitlines()[1:]]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return Sample(tmp_path_factory.mktemp("sample")).engine


def test_no_bare_query_finds_less(engine):
    assert len(BEFORE) >= 200
    found = {typed: engine.search(Request(typed)).total.sections for typed, _ in BEFORE}
    assert {typed: (before, found[typed]) for typed, before in BEFORE if found[typed] < int(before)} == {}
