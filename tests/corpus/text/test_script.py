"""Simplified or traditional, by majority of the characters that only one of them has."""

import pytest

from corpus.text.script import script_of, simplified


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("坚持依法办事，全面推进各项工作", "hans"),
        ("堅持依法辦事，全麵推進各項工作", "hant"),  # wrong variants of a machine are traditional still
        ("堅持依法辦事，全面推進各項工作，強化監督" + "视窗区交互区导航区", "hant"),  # a simplified widget below
        ("大小上下人口", "hans"),  # says nothing
        ("", "hans"),
    ],
)
def test_scripts(text, script):
    assert script_of(text) == script


def test_lists_of_paragraphs_count_as_one_text():
    assert script_of(["堅持依法辦事", "推進各項工作"]) == "hant"


def test_simplified_leaves_simplified_text_alone():
    assert simplified("廣州開發區") == "广州开发区"
    assert simplified("损坏土航后里程") == "损坏土航后里程"
