"""Words: what is one, where it begins, and that both cutters agree."""

import importlib.util
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.shared_material import SEEDS, needs_seeds

from corpus.text.fold import FOLD_TABLE, fold
from index.words.cut import SHORT, boundaries, codes_of, domain_words, jieba_cutter, rjieba_cutter, segment, squeezed

needs_rjieba = pytest.mark.skipif(
    not importlib.util.find_spec("rjieba"), reason="rjieba (extra `fast`) is not installed"
)

CUTS = [
    ("行政复议办结率", "行政复议 办结率"),
    ("行 政　复\u200b议", "行政复议"),  # white space does not part Han
    ("推进\n依法行政", "推进 依法行政"),
    ("good news 5g", "good news 5g"),  # it parts letters
    ("达45.94%，同比", "达 45.94 同比"),
    ("共1310件12. 4", "共 1310 件 12 4"),
    ("见12.", "见 12"),
    ("成效显著，监管全复盖", "成效 显着 监管 全复盖"),  # as folded
    ("二〇二三年", "二 〇 二三年"),  # 〇 is no Han for jieba's dictionary
    ("𠀀㐀的", "𠀀 㐀 的"),  # characters jieba does not know are words of their own
    ("，。、（）", ""),
    ("", ""),
    (" \n", ""),
]


@pytest.mark.parametrize(("text", "words"), CUTS)
def test_words(text: str, words: str) -> None:
    folded = fold(text)
    found = segment(folded)
    assert [word for word, _ in found] == words.split()
    for word, offset in found:
        assert folded[offset] == word[0]


def test_a_traditional_sentence_gives_the_same_words() -> None:
    assert segment(fold("推進依法行政，優化營商環境")) == segment(fold("推进依法行政，优化营商环境"))


def test_line_breaks_end_words() -> None:
    assert [word for word, _ in segment("依法\n行政")] == ["依法", "行政"]


def test_domain_words_stay_whole() -> None:
    assert [word for word, _ in domain_words() if [found for found, _ in segment(word)] != [word]] == []


SAMPLE = (
    "本年度共受理行政复议申请一百二十件，按期办结率百分之九十八点五。深化放管服改革，推行一网通办、证照分离，"
    "全面落实双随机监管；张晓岚主任带队赴溪口镇督导八五普法，化解矛盾纠纷。营商环境持续优化，企业获得感明显增强。"
)


@pytest.fixture(scope="module")
def cutters():
    return jieba_cutter(), rjieba_cutter()


def cut_alike(text: str, cutters) -> bool:
    codes, skips = squeezed(FOLD_TABLE[codes_of(text)])
    return np.array_equal(*(boundaries(codes, skips, cut) for cut in cutters))


@pytest.mark.slow
@needs_rjieba
def test_both_cutters_cut_the_same_words(cutters) -> None:
    characters = list(SAMPLE)
    random.Random(4).shuffle(characters)
    for text in (SAMPLE, SAMPLE * 2, "".join(characters), " ".join(SAMPLE)):
        assert cut_alike(text, cutters)
    for word, _ in domain_words():
        assert [cut(word) for cut in cutters] == [[word], [word]]


@pytest.mark.slow
@needs_rjieba
@needs_seeds
def test_both_cutters_cut_a_real_report_alike(cutters) -> None:
    text = min(SEEDS.glob("*.txt")).read_text(encoding="utf8", errors="replace")
    assert cut_alike(text[:8_000], cutters)


MIXED = st.text("行政复议机关依法一二件123.45abZ %,。\n\u3000\u200bあ々\U00020000的", max_size=12)


@given(MIXED)
def test_short_texts_are_cut_as_long_ones_are(text: str) -> None:
    # Behind a line break nothing changes what stands before it.
    long = text + "\n" + "，" * SHORT
    assert segment(text) == segment(long)
