"""Folding keeps length, is idempotent, and knows the forms that reports use for one another."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.shared_material import SEEDS, needs_seeds

from corpus.text.fold import FOLD_TABLE, LONG, SKIPPED, fold, squeeze

SAME = [
    ("體制機制", "体制机制"),
    ("全麵落實製度體係", "全面落实制度体系"),  # forms that machine conversion gets wrong
    ("彙報匯報", "汇报汇报"),
    ("著力瞭解諮詢谘詢", "着力了解咨询咨询"),
    ("衞生衛生", "卫生卫生"),
    ("祇衹隻", "只只只"),
    ("ＡＢＣ１２％（）：；", "abc12%():;"),
    ("—–－‐−", "-----"),
    ("“法治”「法治」＂法治＂", '"法治""法治""法治"'),
    ("書面答覆", "书面答复"),
    ("經濟復甦", "经济复苏"),
    ("〔2023〕", "[2023]"),
    ("⺠⻅⻥⽅", "民见鱼方"),  # radicals that PDF fonts yield
    ("坏", "坏"),  # t2s by phrases would make 坯 of it in some words
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_that_count_as_the_same(one, other):
    assert fold(one) == fold(other) == other


def test_single_characters_keep_their_number_and_fold_once():
    text = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_short_and_long_texts_fold_alike():
    text = "全麵ＡＢ—\u3000" * LONG
    assert fold(text) == fold("全麵ＡＢ—\u3000") * LONG


def test_simplified_forms_past_the_first_plane_fold_back():
    assert not (FOLD_TABLE[:0x10000] > 0xFFFF).any()


# What whole-text conversion makes of these depends on the word; folding them together would join
# words that differ.
NOT_FOLDED = set("坐座具俱象像链炼")


@needs_seeds
@pytest.mark.parametrize("direction", ["s2t", "s2tw", "s2hk"])
def test_a_converted_report_folds_to_the_same(direction):
    opencc = pytest.importorskip("opencc").OpenCC(direction)
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf8")
        pairs = zip(fold(text), fold(opencc.convert(text)), strict=True)
        assert {one + other for one, other in pairs if one != other and not {one, other} <= NOT_FOLDED} == set()


@given(st.text())
def test_any_text_keeps_its_length(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from(sorted(SKIPPED) + list("法治，Ａ\n")), max_size=40))
def test_squeezing_leaves_line_breaks(text):
    assert squeeze(text).count("\n") == text.count("\n")
    assert not SKIPPED & set(squeeze(text))
