"""What would have to join too much is refused, with a sentence, before it begins."""

import pytest
from material.few_reports import report

from search import work
from search.errors import QueryError
from search.request import Request


@pytest.fixture
def engine(tmp_path, engine_on, monkeypatch):
    monkeypatch.setattr(work, "MOST_JOINED", 5)
    return engine_on(tmp_path, report("a", "甲乙丙，甲丁乙。甲乙"))


@pytest.mark.parametrize(
    "typed", ["甲 ~3 乙 丙 ~1 乙", "(甲 OR 丙) ~3 乙", '"甲*乙" OR "丙*甲"', '甲 -"甲*乙" -(甲 ~1 丁)']
)
def test_several_are_refused(engine, typed):
    with pytest.raises(QueryError, match="太多了；请换少见一些的词"):
        engine.search(Request(typed))


@pytest.mark.parametrize("typed", ["甲 ~3 乙", '"甲*乙"', "甲 乙 丙 丁", "丙 ~1 丁 OR 戊", "戊 ~3 己 OR 丁 ~1 戊"])
def test_one_alone_and_rare_ones_are_asked(engine, typed):
    engine.search(Request(typed))
