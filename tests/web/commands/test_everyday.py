"""What whoever lives in a terminal takes for granted: exit statuses, pipes, completion, guesses,
the whole of an answer."""

import csv
import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from material.few_reports import report
from material.plain_scan import Shelf

from index.build import build
from web.command import main

REPORTS = [
    report(
        str(number), f"推行免扰清单第{number}次" if number % 2 else "没有", zone=f"{number}区", year=2020 + number % 3
    )
    for number in range(1, 60)
]
HITS = 30


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    build(Shelf(REPORTS), folder / "index")
    return folder


@pytest.fixture
def run(data, monkeypatch):
    monkeypatch.setenv("XUNZHANG_DATA", str(data))
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("how", [[], ["--json"], ["--csv"]])
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["search", "免扰清单"], 0),
        (["search", "免扰清单", "--offset", "1000"], 0),
        (["search", "火星"], 1),
        (["search", "免扰清单 火星"], 1),
        (["search", "免扰清单", "--year", "1999"], 1),
        (["search", "免扰清单", "--limit", "0"], 1),
        (["search", "免扰清单", "--lmit", "3"], 2),
        (["search", "免扰清单", "--all", "--limit", "3"], 2),
        (["matrix", "免扰清单"], 0),
        (["matrix", "火星"], 1),
        (["matrix", "火星", "免扰清单"], 0),
        (["matrix", "火星", "金星"], 1),
        (["spread", "免扰清单"], 0),
        (["spread", "火星"], 1),
        (["absent", "免扰清单"], 0),
        (["absent", "报告"], 0),
        (["absent", "免扰清单", "--zone", "1区"], 1),
    ],
)
def test_exit_status(run, arguments, status, how):
    assert run(*arguments, *how).exit_code == status


def test_all_of_it_as_a_table(run):
    rows = list(csv.DictReader(run("search", "免扰清单", "--all", "--csv").stdout.lstrip("\ufeff").splitlines()))
    assert len(rows) == HITS
    assert {row["报告主体"] for row in rows} == {f"{number}区" for number in range(1, 60, 2)}
    paged = list(csv.DictReader(run("search", "免扰清单", "--csv").stdout.lstrip("\ufeff").splitlines()))
    assert paged == rows[:20]


def test_all_of_it_goes_before_a_setting(run, monkeypatch):
    monkeypatch.setenv("XUNZHANG_SEARCH_LIMIT", "3")
    assert run("search", "免扰清单").stdout.count("#s") == 3
    assert run("search", "免扰清单", "--all").stdout.count("#s") == HITS


def test_all_of_it_in_lines_and_json(run):
    assert len(json.loads(run("search", "免扰清单", "--all", "--json").stdout)["hits"]) == HITS
    assert run("search", "免扰清单", "--all").stdout.count("#s") == HITS
    assert run("search", "免扰清单").stdout.count("#s") == 20


@pytest.mark.parametrize("how", [[], ["--csv"]])
def test_whole_addresses_where_that_of_the_site_is_known(run, monkeypatch, how):
    assert "https://" not in run("search", "免扰清单", *how).stdout
    assert "https://a.example/r/" in run("search", "免扰清单", *how, "--public-address", "https://a.example/").stdout
    monkeypatch.setenv("XUNZHANG_ADDRESS", "https://b.example")
    assert "https://b.example/r/" in run("search", "免扰清单", *how).stdout


@pytest.mark.parametrize(
    ("arguments", "guess"),
    [
        (["serch", "x"], "是不是 search"),
        (["biuld"], "是不是 build"),
        (["search", "--limt", "3"], "是不是 --limit"),
        (["--lang", "en", "serch"], "did you mean search"),
        (["--lang", "en", "search", "--limt", "3"], "did you mean --limit"),
    ],
)
def test_guesses(run, arguments, guess):
    answer = run(*arguments)
    assert guess in answer.stderr
    assert answer.exit_code == 2
    assert answer.stderr.count("\n") == 1


def test_what_is_nothing_like_a_command_is_not_guessed(run):
    assert "是不是" not in run("quux").stderr


def test_version(run):
    assert run("--version").stdout.startswith("xunzhang ")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("xunzhang se", ["search", "serve"]),
        ("xunzhang search --li", ["--limit"]),
        ("xunzhang search --part 问", ["问题不足"]),
        ("xunzhang search --sort n", ["newest"]),
        ("xunzhang matrix --rows pr", ["province"]),
        ("xunzhang --lang e", ["en"]),
    ],
)
def test_completion(monkeypatch, words, offered):
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1), "_XUNZHANG_COMPLETE": "bash_complete"}
    answer = CliRunner().invoke(main, [], env=asked, prog_name="xunzhang")
    assert [line.partition(",")[2] for line in answer.stdout.splitlines()] == offered


@pytest.mark.parametrize("arguments", [["search", "", "--all"], ["search", "--all", "--csv"], ["--help"]])
def test_whoever_reads_may_go(data, arguments):
    environment = {**os.environ, "XUNZHANG_DATA": str(data)}
    command = [sys.executable, "-m", "xunzhang", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as writing:
        writing.stdout.close()  # before anything is written
        said = writing.stderr.read()
        assert writing.wait(60) == 0
    assert said == b""


def test_sentences_of_an_answer_in_english(run):
    text = run("--lang", "en", "search", "免扰清单 火星").stdout
    assert text.startswith("0 sections · 0 reports")
    assert "No section of the reports held says: 火星." in text
    error = run("search", "x", "--year", "soon", "--lang", "en").stderr
    assert error.startswith("Error: The year “soon” cannot be read")
