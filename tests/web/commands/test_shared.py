"""`xunzhang shared`: of a report, of a draft in a file and on standard input."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from material.shared_site import A2, FIGURES, FORMULA, shared_site

from web.command import main


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    shared_site(folder)
    return folder


@pytest.fixture
def run(data):
    def run(*arguments, given=None):
        return CliRunner().invoke(main, ["shared", "--data", str(data), *arguments], input=given)

    return run


def test_of_a_report(run):
    lines = run(A2).stdout.splitlines()
    assert "与别的主体相同（12 字以上）" in lines[0]
    assert lines[1].startswith("与本主体往年 1 份报告相同")
    assert any(line.startswith("5 个主体") and FORMULA in line for line in lines)
    formula = run(A2, "--formula").stdout
    assert FORMULA in formula
    assert "推动免扰清单" not in formula


def test_of_a_draft(run, tmp_path):
    draft = f"我区{FORMULA}。\n{FIGURES.replace('受理', '收到')}。"
    path = tmp_path / "draft.txt"
    path.write_text(draft, encoding="utf-8")
    for found in (run("--draft", str(path)), run("--draft", "-", given=draft)):
        assert found.exit_code == 0
        assert f"新：{FIGURES.replace('受理', '收到')}" in found.stdout
        assert "最像（0.82）：全年共受理行政复议申请" in found.stdout
    assert "往年 2 份" in run("--draft", str(path), "--follows", A2).stdout


def test_for_programs(run):
    assert json.loads(run(A2, "--json").stdout)["report"] == A2
    assert json.loads(run("--draft", "-", "--json", given=FORMULA).stdout)["characters"] == len(FORMULA)
    rows = list(csv.DictReader(io.StringIO(run(A2, "--csv", "--least", "15").stdout[1:])))
    assert {row["kind"] for row in rows} == {"shared", "formula", "own"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "只给一样"),
        ((A2, "--draft", "-"), "只给一样"),
        (("nothing",), "nothing"),
        (("--draft", "/no/such/file"), "/no/such/file"),
        ((A2, "--least", "7"), "least"),
    ],
)
def test_misuse_is_one_sentence(run, arguments, said):
    found = run(*arguments)
    assert found.exit_code != 0
    assert said in found.output
    assert "Traceback" not in found.output


def test_a_draft_that_is_too_long(run):
    found = run("--draft", "-", given="法" * 20_001)
    assert (found.exit_code != 0, "太长了" in found.output) == (True, True)
