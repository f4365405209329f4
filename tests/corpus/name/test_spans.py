"""Printed names cut into spans: labelled names by group, compared with the labels and with a frozen
run."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.names_frozen import LABELLED, RUN, now, rows

from corpus.name.composed import clean_name
from corpus.name.spans import LONGEST, spans

PIECES = (
    "中共",
    "和",
    "平",
    "县",
    "委",
    "委员会",
    "人民政府",
    "高新区",
    "镇",
    "局",
    "、",
    " ",
    "(",
    ")",
    "甲",
    "街道办",
)
RIGHT = {"spans": 0.97, "name": 1.0}  # share of the labels that come out


def test_it_is_as_the_frozen_run_has_it():
    assert now() == rows(RUN)  # python -m material.names_frozen takes a change over


@pytest.mark.parametrize("field", RIGHT)
def test_right_as_often_as_promised(field):
    wrong = defaultdict(list)
    for row, found in zip(rows(LABELLED), now(), strict=True):
        if found[field] != row[field]:
            wrong[row["group"]].append((row["printed"], found[field]))
    assert sum(map(len, wrong.values())) <= (1 - RIGHT[field]) * len(rows(LABELLED)), dict(wrong)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_spans_are_the_name(name):
    assert "".join(span.text for span in spans(name)) == name
    clean_name(name)  # never raises


def test_what_is_too_long_is_one_span():
    assert [span.tag for span in spans("县" * (LONGEST + 1))] == ["own"]
    assert spans("") == ()
