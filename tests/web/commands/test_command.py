"""The `xunzhang` command: what it prints, where errors go, and how it leaves."""

import json

import pytest
from click.testing import CliRunner
from material.site_corpus import MOBILE, REPORTS, site

from web.command import COMMANDS, main

REPORT = f"""潮州临溪高新技术产业开发区2022年法治政府建设年度报告
现将临溪高新区2022年法治政府建设情况报告如下：
一、主要举措和成效
全区推行一网通办，群众办事不出园区，企业开办时间缩短到半天以内。管委会主任办公会全年四次研究法治议题，重大决策都经过合法性审查，
规范性文件清理后保留三件，废止两件。执法人员全部持证上岗，案卷评查抽取五十卷，问题当场交办、逐件销号，没有发生被复议机关撤销的案件。
二、存在的问题和不足
基层执法人员偏少，专业力量还跟不上园区发展的需要。
潮州临溪高新技术产业开发区管理委员会
2023年1月10日
（联系人：某某，电话：{MOBILE}）
"""


@pytest.fixture
def run(tmp_path):
    def run(*arguments, data=tmp_path / "data"):
        given = [arguments[0], "--data", str(data), *arguments[1:]]
        return CliRunner().invoke(main, given, catch_exceptions=False)

    return run


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "临溪.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_from_a_file_to_a_hit(run, page):
    added = run("add", str(page))
    assert added.exit_code == 0, added.output
    assert added.stdout.startswith("新增")
    assert "xunzhang build" in added.stderr
    assert run("build").exit_code == 0
    found = run("search", '"一网通办"')
    assert "1 段 · 1 份 · 1 个主体 · 1 处" in found.stdout
    assert "#s1" in found.stdout
    assert run("add", str(page)).stdout.startswith("不变")


def test_search_prints_what_the_api_says(run, page):
    run("add", str(page))
    run("build")
    found = json.loads(run("search", "一网通办", "--year", "2022", "--json").stdout)
    assert found["total"]["sections"] == 1
    assert found["hits"][0]["permalink"].partition("?")[0].endswith("/1")
    assert json.loads(run("search", "一网通办", "--year", "2021", "--json").stdout)["total"]["sections"] == 0


@pytest.mark.parametrize(
    ("region", "sections"),
    [("广东", 1), ("广东省", 1), ("潮州", 1), ("潮州市", 1), ("440000", 1), ("江苏", 0), ("吉林", 0)],
)
def test_a_region_by_its_name(tmp_path, region, sections):
    site(tmp_path)
    answer = CliRunner().invoke(main, ["search", "--data", str(tmp_path), "--region", region, "--json", "--limit", "1"])
    assert (json.loads(answer.stdout)["total"]["sections"] > 0) == bool(sections)


def test_what_is_no_region_is_said(tmp_path):
    site(tmp_path)
    answer = CliRunner().invoke(main, ["search", "--data", str(tmp_path), "--region", "火星"])
    assert answer.exit_code == 1
    assert "地区“火星”读不懂" in answer.stderr


def test_what_was_forgiven_is_said(tmp_path):
    site(tmp_path)
    answer = CliRunner().invoke(main, ["search", "--data", str(tmp_path), "一网通办 or 火星"])
    assert "“or”读作或。按普通文字检索：一网通办 \\or 火星" in answer.stdout


def test_clean_prints_records_and_stores_nothing(run, page, tmp_path):
    answer = run("clean", str(page), "--json")
    record = json.loads(answer.stdout)
    assert record["zone"] == "潮州临溪高新技术产业开发区"
    assert [section["number"] for section in record["sections"] if section["number"]] == ["一、", "二、"]
    assert record["sources"] == ["临溪.txt"]
    assert MOBILE not in answer.stdout
    assert not (tmp_path / "data").exists()


def test_clean_in_words(run, page):
    text = run("clean", str(page)).stdout
    assert "年份：2022" in text
    assert "一、主要举措和成效" in text


def test_what_is_no_report_is_refused_and_the_rest_goes_on(run, page, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    answer = run("add", str(tmp_path / "空.txt"), str(tmp_path / "没有.txt"), str(tmp_path / "图.txt"), str(page))
    assert answer.exit_code == 1
    lines = answer.stdout.splitlines()
    assert len(lines) == 4
    assert all("：" in line and line.endswith("。") for line in lines[:3])
    assert lines[3].startswith("新增")


def test_reports_and_report(run, page):
    run("add", str(page))
    line = run("reports").stdout
    identity = line.split()[0]
    assert "2022" in line
    record = json.loads(run("reports", "--json").stdout)
    assert record["id"] == identity
    assert "sections" not in record
    text = run("report", identity).stdout
    assert "企业开办时间缩短到半天以内。" in text
    assert MOBILE not in text
    assert json.loads(run("report", identity, "--json").stdout)["sections"]


def test_correct(run, page):
    run("add", str(page))
    run("build")
    identity = run("reports").stdout.split()[0]
    answer = run("correct", identity, "year=2021", "--note", "封面写作2021")
    assert answer.exit_code == 0, answer.output
    assert json.loads(run("search", "--json", "--year", "2021").stdout)["total"]["sections"] > 0
    assert json.loads(run("report", identity, "--json").stdout)["provenance"]["year"]["source"].startswith("人工更正")
    assert run("clean", "--stored").exit_code == 0
    assert json.loads(run("report", identity, "--json").stdout)["year"] == 2021


@pytest.mark.parametrize("change", ["year", "=2021", "year=两千", "colour=red", "level=星球"])
def test_a_correction_that_cannot_be(run, page, change):
    run("add", str(page))
    answer = run("correct", run("reports").stdout.split()[0], change)
    assert answer.exit_code in (1, 2)
    assert answer.stderr.startswith("错误：")


def test_remove(run, page):
    run("add", str(page))
    run("build")
    identity = run("reports").stdout.split()[0]
    answer = run("remove", identity, "nothing00000")
    assert answer.exit_code == 1  # one of them is not held
    assert "移除" in answer.stdout
    assert run("reports").stdout == ""
    assert json.loads(run("search", "--json").stdout)["total"]["sections"] == 0


def test_a_notice_comes_with_its_folder(run, page, tmp_path):
    (tmp_path / "NOTICE.txt").write_text("园区是虚构的。", encoding="utf-8")
    run("add", str(tmp_path))
    assert (tmp_path / "data" / "NOTICE.txt").read_text(encoding="utf-8") == "园区是虚构的。"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["nope"], 2, "没有 nope 这个命令"),
        (["search", "--nope"], 2, "没有 --nope 这个选项"),
        (["search", "一网通办"], 1, "还没有索引"),
        (["search", "--limit", "0"], 1, "limit"),
        (["report"], 2, "缺少"),
        (["report", "nothing"], 1, "没有编号为 nothing 的报告"),
        (["add"], 2, "缺少"),
        (["clean"], 2, "--stored"),
        (["remove"], 2, "缺少"),
        (["serve", "--port", "x"], 2, "--port"),
        (["serve", "--port"], 2, "少了值"),
    ],
)
def test_errors_are_one_sentence(tmp_path, monkeypatch, arguments, status, said):
    monkeypatch.setenv("XUNZHANG_DATA", str(tmp_path))
    answer = CliRunner().invoke(main, arguments)
    assert answer.exit_code == status, answer.output
    assert said in answer.stderr
    assert "Traceback" not in answer.output
    assert answer.stderr.strip().count("\n") == 0


def test_an_unreadable_query(tmp_path):
    site(tmp_path)
    answer = CliRunner().invoke(main, ["search", "--data", str(tmp_path), "一网”"])
    assert answer.exit_code == 1
    assert "引号" in answer.stderr


def test_an_unforeseen_error_shows_no_trace(tmp_path, monkeypatch):
    monkeypatch.setattr("web.commands.reports.Store", lambda data: 1 // 0)
    answer = CliRunner().invoke(main, ["reports", "--data", str(tmp_path)])
    assert answer.exit_code == 1
    assert answer.stderr.startswith("错误：")
    assert "Traceback" not in answer.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese(command):
    text = CliRunner().invoke(main, [command, "--help"]).stdout
    assert text.startswith(f"用法：xunzhang {command}")
    for word in ("--data", "--help", "选项"):
        assert word in text
    for word in ("Usage", "Options", "Show this message"):
        assert word not in text


def test_help_of_all():
    text = CliRunner().invoke(main, ["--help"]).stdout
    assert all(f"  {command} " in text for command in COMMANDS)


def test_reports_without_a_store(run):
    assert run("reports").exit_code == 0


def test_text_and_record_hide_numbers(tmp_path):
    site(tmp_path)
    for arguments in (["report", REPORTS[0].id], ["report", REPORTS[0].id, "--json"], ["report", REPORTS[3].id]):
        assert MOBILE not in CliRunner().invoke(main, [*arguments, "--data", str(tmp_path)]).stdout
