"""What holds of every comparison: each sentence in one row, nothing is new against itself, swapping
swaps."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most
from material.few_reports import report

from search.changes import compared as module
from search.changes.compared import KINDS, compared
from search.changes.sentence import sentences

OLD = report(
    "1",
    "一、审批\n全年办理许可37份，同比增长4.2%。推行告知承诺制，群众少跑了一趟。",
    "二、执法\n对企业实施检查120户次。窗口延时服务到晚上七点，周末照常办理。组织法律知识培训。",
    year=2022,
)


def rows(found):
    return [(row.kind, row.old and row.old.text, row.new and row.new.text) for row in found.rows]


def against(*texts):
    return compared(OLD, report("2", *texts, year=2023))


texts = st.lists(
    st.lists(
        st.sampled_from(
            (
                "推行告知承诺制，群众少跑一趟。",
                "推行告知承诺制，群众少跑两趟！",
                "（一）推行告知承诺制。群众少跑一趟。",
                "办理许可37份。",
                "办理许可三十八份；",
                "0\t3\t12",
                "。",
                " \u3000",
                "……",
                "一是",
                "窗口延时服务到晚上七点，周末照常办理，节日也不休息。",
                "甲",
                "\U00020000字",
                "審批提速，窗口延時。",
            )
        ),
        max_size=5,
    ).map("".join),
    max_size=6,
)


def made(name, lines):
    return report(name, *(["\n".join(lines[:3]), "\n".join(lines[3:])] if lines else [""]))


@settings(max_examples=at_most(100), deadline=None)
@given(texts, texts)
def test_every_sentence_stands_in_one_row(one, other):
    old, new = made("1", one), made("2", other)
    found = compared(old, new)
    for side, of in (("old", old), ("new", new)):
        assert Counter(getattr(row, side) for row in found.rows if getattr(row, side)) == Counter(sentences(of))
    assert {row.kind for row in found.rows} <= set(KINDS)
    assert sum(found.counts.values()) == len(found.rows)
    for row in found.rows:
        assert bool(row.old and row.new) == (row.kind in ("unchanged", "figures", "reworded", "moved"))


@settings(max_examples=at_most(100), deadline=None)
@given(texts)
def test_nothing_is_new_against_itself(lines):
    old = made("1", lines)
    assert all(row.kind == "unchanged" and not row.moved for row in compared(old, replace(old, id="2")).rows)


SWAPPED = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}


@settings(max_examples=at_most(100), deadline=None)
@given(texts, texts)
def test_swapping_swaps(one, other):
    there, back = compared(made("1", one), made("2", other)), compared(made("2", other), made("1", one))
    swapped = Counter((SWAPPED.get(row.kind, row.kind), row.new, row.old, row.partner) for row in there.rows)
    assert Counter((row.kind, row.old, row.new, row.partner) for row in back.rows) == swapped


@settings(max_examples=at_most(100), deadline=None)
@given(texts)
def test_ranges_give_the_sentences_back(lines):
    of = made("1", lines)
    texts = {section.id: section.text.split("\n") for section in of.sections}
    seen = {}
    for each in sentences(of):
        paragraph = texts[each.section][each.paragraph - 1]
        assert paragraph[each.start : each.end] == each.text
        assert all(each.text[figure.start : figure.end] == figure.text for figure in each.figures)
        seen.setdefault((each.section, each.paragraph), []).append((each.start, each.end))
    for section, paragraphs in texts.items():
        for place, paragraph in enumerate(paragraphs, 1):
            kept = "".join(paragraph[a:b] for a, b in seen.get((section, place), ()))
            assert "".join(kept.split()) == "".join(paragraph.split())


# The new text, and the rows that are not unchanged.
CASES = {
    "a figure": (
        "对企业实施检查120户次。",
        "对企业实施检查98户次。",
        [("figures", "对企业实施检查120户次。", "对企业实施检查98户次。")],
    ),
    "the same figure in characters": ("许可37份", "许可三十七份", []),
    "the mark that counts": ("推行告知", "七是推行告知", []),
    "the other script": ("窗口延时服务", "窗口延時服務", []),
    "a sentence is gone": ("组织法律知识培训。", "", [("dropped", "组织法律知识培训。", None)]),
    "a sentence is new": (
        "组织法律知识培训。",
        "组织法律知识培训。为老人开设专窗。",
        [("new", None, "为老人开设专窗。")],
    ),
    "split": (
        "七点，周末",
        "七点。周末",
        [
            ("reworded", "窗口延时服务到晚上七点，周末照常办理。", "窗口延时服务到晚上七点。"),
            ("split", None, "周末照常办理。"),
        ],
    ),
    "merged": (
        "%。推行",
        "%，推行",
        [
            ("merged", "推行告知承诺制，群众少跑了一趟。", None),
            (
                "reworded",
                "全年办理许可37份，同比增长4.2%。",
                "全年办理许可37份，同比增长4.2%，推行告知承诺制，群众少跑了一趟。",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("was", "now", "expected"), CASES.values(), ids=CASES)
def test_what_changed(was, now, expected):
    texts = [section.text.replace(was, now) for section in OLD.sections]
    assert texts != [section.text for section in OLD.sections]
    found = [row for row in rows(against(*texts)) if row[0] != "unchanged"]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_what_moved_keeps_its_kind_and_is_flagged():
    first, second = (section.text for section in OLD.sections)
    found = against(first.replace("全年办理许可37份，同比增长4.2%。", ""), second + "全年办理许可41份，同比增长4.2%。")
    assert [(row.kind, row.moved) for row in found.rows if row.kind != "unchanged"] == [("figures", True)]


def test_what_is_possibly_the_same_is_only_named():
    one, other = "推进综合执法队伍建设。", "推进综合窗口标准化建设。"
    found = compared(report("1", one), report("2", other))
    named = {row.kind: (row.maybe[0].text, round(row.maybe[1], 2)) for row in found.rows}
    assert named == {"dropped": (other, 0.42), "new": (one, 0.42)}


def test_more_than_can_be_compared_is_said(monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    found = compared(report("1", "甲。乙。丙。"), report("2", "甲。乙。"))
    assert (found.sizes, found.is_cut, found.counts["unchanged"]) == ((3, 2), True, 2)
