"""What every command owes whoever asks for its help: an example that can be run, and both
languages. A command that is new is asked, too."""

import re
import shlex

import click
import pytest
from click.testing import CliRunner

from search.tables import ORDERS, PANELS, ROWS
from web.address.telling import CELLS
from web.command import COMMANDS, main
from web.language.terminal import _catalogue

HAN = re.compile(r"[\u4e00-\u9fff]")


def command(name):
    return main.get_command(click.Context(main), name)


def everybody():
    return [(name, command(name)) for name in COMMANDS] + [("", main)]


def sentences():
    for name, each in everybody():
        yield name, each.help
        if name:
            yield name, each.short_help
        options = [option for option in each.get_params(click.Context(each)) if isinstance(option, click.Option)]
        yield from ((f"{name} {option.opts[-1]}", option.help) for option in options)


@pytest.mark.parametrize(("name", "each"), everybody())
def test_every_command_has_an_example(name, each):
    assert each.examples


@pytest.mark.parametrize(
    ("name", "example"), [(name, example) for name, each in everybody() for example in each.examples if name]
)
def test_every_example_can_be_read(name, example):
    program, called, *arguments = shlex.split(re.split(r" [>|] ", example)[0])
    assert (program, called) == ("xunzhang", name)
    parent = click.Context(main, info_name="xunzhang")
    command(name).make_context(name, arguments, parent)  # raises where it cannot be read


@pytest.mark.parametrize(("where", "said"), [pytest.param(*each, id=each[0] or "xunzhang") for each in sentences()])
def test_every_sentence_of_the_help_has_its_english(where, said):
    english = _catalogue().gettext(str(said))  # click keeps the help of an option as plain text
    assert english != said, "the help is written as Saying(…), and messages.po has its English"
    assert not HAN.search(english.split("such as")[0])


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("place", ["before", "behind", "environment", "locale"])
def test_help_in_english(monkeypatch, name, place):
    monkeypatch.delenv("XUNZHANG_LANG")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8" if place == "locale" else "zh_CN.UTF-8")
    if place == "environment":
        monkeypatch.setenv("XUNZHANG_LANG", "en")
    asked = [each for each in (name, "--help") if each]
    given = {"before": ["--lang", "en", *asked], "behind": [*asked, "--lang", "en"]}.get(place, asked)
    text = CliRunner().invoke(main, given).stdout
    assert text.startswith("Usage: xunzhang")
    assert "\nExamples:\n  xunzhang " in text
    assert "Show this text." in text
    assert "选项" not in text


def test_the_list_of_commands_says_each_in_a_line_of_chinese():
    text = CliRunner().invoke(main, ["--help"]).stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[^ ].*[\u4e00-\u9fff].*。$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "option", "values"),
    [("matrix", "rows", ROWS), ("matrix", "order", ORDERS), ("matrix", "cells", CELLS), ("spread", "panel", PANELS)],
)
def test_the_help_names_every_value(name, option, values):
    said = next(each.help for each in command(name).params if each.name == option)
    assert f"：{'、'.join(values)}（默认 {values[0]}" in said


def test_what_looks_says_so_and_has_its_status_told():
    finding = {name for name, each in everybody() if each.finds}
    assert finding >= {"search", "matrix", "spread", "absent"}
    for name in finding:
        assert "没有找到时，退出状态是 1。" in CliRunner().invoke(main, [name, "--help"]).stdout
