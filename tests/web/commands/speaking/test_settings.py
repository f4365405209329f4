"""Where the value of an option comes from: the command line, the environment, the file of settings,
the command's own default, in this order."""

import itertools

import pytest
from click.testing import CliRunner
from material.site_corpus import site

from web.command import main


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder)
    return folder


@pytest.fixture
def settings(tmp_path, monkeypatch):
    path = tmp_path / "config.toml"
    monkeypatch.setenv("XUNZHANG_CONFIG", str(path))
    return path


def limit_shown(*arguments):
    return CliRunner().invoke(main, ["search", "", *arguments]).stdout.count("#s")


@pytest.mark.parametrize("given", [*itertools.product([None, "1"], [None, "2"], [None, "3"])])
def test_precedence(data, settings, monkeypatch, given):
    typed, variable, written = given
    monkeypatch.setenv("XUNZHANG_DATA", str(data))
    settings.write_text(f"[search]\nlimit = {written}\n" if written else "")
    if variable:
        monkeypatch.setenv("XUNZHANG_SEARCH_LIMIT", variable)
    default = limit_shown("--limit", "20")
    assert default > 3
    expected = int(typed or variable or written or default)
    assert limit_shown(*(("--limit", typed) if typed else ())) == expected


def test_data_and_language_and_several_values(data, settings):
    settings.write_text(f'data = "{data}"\nlang = "en"\n[search]\nyear = [2022]\n', encoding="utf-8")
    found = CliRunner().invoke(main, ["search", ""], env={"XUNZHANG_LANG": None})
    assert found.exit_code == 0, found.output
    assert "sections" in found.stdout
    every = CliRunner().invoke(main, ["search", "", "--year", "2019..2025"], env={"XUNZHANG_LANG": None})
    assert every.stdout.split()[0] != found.stdout.split()[0]


def test_a_variable_of_the_command_goes_before_the_general_one(data, settings, monkeypatch, tmp_path):
    settings.write_text("")
    monkeypatch.setenv("XUNZHANG_DATA", str(tmp_path / "nowhere"))
    monkeypatch.setenv("XUNZHANG_SEARCH_DATA", str(data))
    assert CliRunner().invoke(main, ["search", ""]).exit_code == 0


def test_what_was_found_by_the_file_needs_no_data_on_the_next_command(settings, tmp_path):
    settings.write_text(f'data = "{tmp_path}"\n')
    said = CliRunner().invoke(main, ["search", "x"]).stderr
    assert "请先运行 xunzhang build。" in said
    typed = CliRunner().invoke(main, ["search", "x", "--data", str(tmp_path / "other")]).stderr
    assert "xunzhang build --data " in typed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[search]\nlimits = 3\n", "[search] limits 不认识"),
        ("[serch]\nlimit = 3\n", "serch 不认识"),
        ("limit = 3\n", "limit 不认识"),
        ("search = 3\n", "应是一节：[search]"),
        ("[search\n", "读不懂"),
        ('lang = "fr"\n', "只能是 zh、en"),
        ("[search]\nlimit = 0\n", "1 到 200"),
    ],
)
def test_mistakes_in_it_are_one_sentence(data, settings, text, said):
    settings.write_text(text, encoding="utf-8")
    answer = CliRunner().invoke(main, ["search", "x", "--data", str(data)])
    assert said in answer.stderr
    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1


def test_a_file_that_is_named_has_to_be_there(settings):
    assert "没有" in CliRunner().invoke(main, ["reports"]).stderr


def test_an_empty_variable_is_none(data, settings, monkeypatch):
    settings.write_text("")
    monkeypatch.setenv("XUNZHANG_SEARCH_LIMIT", "")
    assert CliRunner().invoke(main, ["search", "", "--data", str(data)]).exit_code == 0


def test_variables_that_others_set_change_nothing(data, settings, monkeypatch):
    settings.write_text("")
    for name in ("VERSION", "HELP", "SEARCH_HELP", "JSON"):
        monkeypatch.setenv(f"XUNZHANG_{name}", "1")
    text = CliRunner().invoke(main, ["search", "", "--data", str(data)]).stdout
    assert "段 ·" in text
