"""Sentences outside of the site, in the language that the terminal asks for."""

import pytest

from corpus.saying import Saying, listed
from web.language.terminal import counted, joined, joined_names, language, of_environment, speak, spoken


@pytest.fixture
def english():
    speak("en")
    yield
    speak(None)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "EN"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"XUNZHANG_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_what_an_environment_asks_for(environment, expected):
    assert of_environment(environment) == expected


def test_english(english):
    assert language() == "en"
    assert spoken(
        Saying("没有“%(field)s”这个字段；可以更正的有：%(fields)s。", field="x", fields=listed(["a", "b"]))
    ) == ("There is no field “x”; what can be corrected: a, b.")
    assert spoken(Saying("错误：%(sentence)s", sentence=Saying("没有权限"))) == "Error: no permission"
    assert spoken("江门青岚湾经济开发区") == "江门青岚湾经济开发区"
    assert spoken("") == ""
    assert [counted("sections", n) for n in (1, 2, 1234)] == ["1 section", "2 sections", "1,234 sections"]
    assert joined(["a", "b"]) == joined_names(["a", "b"]) == "a, b"


def test_chinese():
    assert spoken(Saying("没有权限")) == "没有权限"
    assert counted("reports", 1234) == "1,234 份"
