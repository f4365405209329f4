"""`xunzhang matrix`, `spread` and `absent`."""

import json

import pytest
from click.testing import CliRunner
from material.few_reports import report
from material.plain_scan import Shelf

from index.build import build
from web.command import main

REPORTS = [
    report("1", "没有", zone="甲区", year=2019),
    report("2", "推行免扰清单", zone="甲区", year=2020),
    report("3", "没有", zone="乙区开发区", year=2020),
    report("4", "免扰清单，免扰清单", zone="乙区开发区", year=2021),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    build(Shelf(REPORTS), data / "index")

    def run(command, *arguments):
        given = [command, "--data", str(data), *arguments]
        return CliRunner().invoke(main, given, catch_exceptions=False)

    return run


def test_matrix(run):
    lines = run("matrix", '"免扰清单"', "--cells", "occurrences").stdout.splitlines()
    assert lines == [
        "4 份报告里 2 份写到，2 段，3 处",
        "            2019  2020  2021  合计",
        "乙区开发区        ·     2     2",
        "甲区        ·     1           1",
    ]


def test_matrix_of_several(run):
    lines = run("matrix", '"免扰清单"', '"没有"', "--cells", "reports").stdout.splitlines()
    assert [line.split() for line in lines[1:]] == [['"免扰清单"', "·", "1", "1"], ['"没有"', "1", "1", "·"]]


def test_matrix_of_several_of_which_one_cannot_be_told(run):
    lines = run("matrix", "--", '"免扰清单"', '-"没有"').stdout.splitlines()
    assert lines[0].startswith('-"没有"：排除')
    assert [line.split() for line in lines[-2:]] == [['"免扰清单"', "·", "1", "1"], ['-"没有"', "?", "1", "1"]]


def test_spread(run):
    text = run("spread", '"免扰清单"').stdout
    assert [line.split()[:2] for line in text.splitlines() if "上一年" in line] == [["1", "甲区"], ["2", "乙区开发区"]]
    assert "0 个主体没有写到。" in text


@pytest.mark.parametrize("command", ["spread", "matrix"])
def test_what_nothing_says_is_said_with_its_causes(run, command):
    found = run(command, '"免扰清单制"')
    assert found.exit_code == 1
    assert found.stdout.splitlines() == [
        '没有一段写到："免扰清单制"',
        "收录的报告里没有一段写着：“免扰清单制”。",
        "  写着其中一截的：免扰清单  2 段",
    ]
    filtered = run(command, '"免扰清单"', "--year", "2019")
    assert (filtered.exit_code, "去掉筛选：" in filtered.stdout, "年份 " in filtered.stdout) == (1, True, False)


def test_absent(run):
    lines = run("absent", '"免扰清单"').stdout.splitlines()
    assert lines[0] == "收录 4 份，2 份写到，2 份没有写到。"
    assert [line.split()[0][-1] for line in lines[1:]] == ["3", "1"]
    assert "按段说的" in run("absent", "--", '-"免扰清单"').stdout


@pytest.mark.parametrize("q", ['-"免扰清单"', 'zone:甲区 OR "免扰清单"', "免扰清单 2020"])
def test_what_rests_on_silence_is_withheld(run, q):
    told = {command: run(command, "--", q).stdout for command in ("matrix", "spread", "absent")}
    for text in told.values():
        assert "不说谁没有写到" in text
        assert ("可以改问：免扰清单 year:2020" in text) == q.endswith("2020")
    assert "·" not in told["matrix"]
    assert "“?”是收录了" in told["matrix"]
    assert "上一年" not in told["spread"]
    assert "年份" not in told["spread"].splitlines()[-1]
    for command in ("spread", "absent"):
        refused = run(command, "--csv", "--", q)
        assert refused.exit_code == 1
        assert "不说谁没有写到" in refused.stderr
        assert not refused.stdout


@pytest.mark.parametrize("command", ["matrix", "spread", "absent"])
def test_past_the_end_it_is_said(run, command):
    assert "一共只有 2 行，--offset 要小于 2。" in run(command, '"免扰清单"', "--offset", "7").stdout


@pytest.mark.parametrize("command", ["matrix", "spread", "absent"])
def test_json_and_csv(run, command):
    found = json.loads(run(command, '"免扰清单"', "--json").stdout)
    assert found["query"]["text"] == '"免扰清单"'
    assert len(run(command, '"免扰清单"', "--csv", "--year", "2020").stdout.splitlines()) == {"absent": 2}.get(
        command, 3
    )


def test_mistakes_are_one_sentence(run, tmp_path):
    assert "2021..2023" in run("matrix", "x", "--year", "soon").stderr
    missing = CliRunner().invoke(main, ["spread", "x", "--data", str(tmp_path)])
    assert missing.exit_code == 1
    assert "xunzhang build" in missing.stderr
