"""`xunzhang diff`: two reports compared in the terminal, without an index."""

import json

import pytest
from click.testing import CliRunner
from material.few_reports import report

from corpus.store.folder import Store
from web.command import main

OLD = report("1", "全年办理许可37份。推行告知承诺制，群众少跑一趟。", year=2020)
NEW = report("2", "全年办理许可52份。推行告知承诺制，群众少跑两趟。为老人开设专窗。", year=2021)


@pytest.fixture
def run(tmp_path):
    for each in (OLD, NEW):
        Store(tmp_path).save(each)
    return lambda *given: CliRunner().invoke(main, ["diff", "--data", str(tmp_path), *given], catch_exceptions=False)


def test_rows_in_words(run):
    lines = run(NEW.id).output.splitlines()
    assert lines[2:5] == ["数字变了 1  改写 1  新出现 1", "数字：", "§0  全年办理许可  37份  →  52份  +15份"]
    assert "  全年办理许可[-37份-]{+52份+}。" in lines
    assert lines[-2:] == ["新出现  新 0", "  为老人开设专窗。"]


def test_for_programs(run):
    assert json.loads(run(NEW.id, OLD.id, "--json").output)["counts"]["reworded"] == 1
    assert run(NEW.id, "--csv").output.count("\n") == 4


@pytest.mark.parametrize(
    ("given", "said"), [((OLD.id,), "没有收录同一主体更早的同类报告"), ((NEW.id, "nothing"), "nothing")]
)
def test_what_cannot_be_compared(run, given, said):
    answer = run(*given)
    assert answer.exit_code == 1
    assert said in answer.output
