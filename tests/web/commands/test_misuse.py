"""What goes wrong on the command line is one sentence and an exit status; nobody is shown a stack
trace."""

import json

import pytest
from click.testing import CliRunner
from material.site_corpus import REPORTS, site

import web.commands.reports
from web.command import COMMANDS, main


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    site(folder, REPORTS)
    return folder


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [
        ([], "命令:", 2),
        (["nonsense"], "没有 nonsense 这个命令", 2),
        (["search", "--data", "FILE"], "它是文件，不是文件夹", 2),
        (["search", "火", "--data", "NOWHERE"], "xunzhang build --data ", 1),
        (["search", "火”", "--data", "DATA"], "xunzhang search '\"火”\"' --data ", 1),
        (["search", "--limit", "x", "--data", "DATA"], "1 到 200 之间", 1),
        (["search", "--nosuch", "--data", "DATA"], "没有 --nosuch 这个选项", 2),
        (["search", "-信访", "--data", "DATA"], "加上 --", 2),
        (["report", "nonesuch", "--data", "DATA"], "没有编号为 nonesuch 的报告", 1),
        (["report", "--data", "DATA"], "缺少 ID", 2),
        (["reports", "--data", "NOWHERE"], "xunzhang add", 0),
        (["correct", "aaaaaaaaaaa1", "foo=1", "--data", "DATA"], "没有“foo”这个字段", 1),
        (["remove", "nonesuch", "--data", "DATA"], "没有编号为 nonesuch 的报告", 1),
        (["crawl", "ftp://a.example/", "--data", "NOWHERE"], "不是 http 或 https 网址", 1),
        (["crawl", "--depth", "99"], "0 到 20 之间的整数", 2),
        (["serve", "--port", "99999"], "0 到 65535 之间的整数", 2),
        (["serve", "--port", "0", "--host", "no.such.host.invalid", "--data", "DATA"], "请用本机的名称", 1),
        (["coverage", "--sources", "nofile", "--data", "DATA"], "无法读取来源清单", 1),
        (["clean"], "请给出要清洗的文件", 2),
        (["add", "nofile", "--data", "NOWHERE"], "没有这个文件或文件夹", 1),
    ],
)
def test_misuse(data, tmp_path, arguments, said, status):
    (tmp_path / "file").write_text("")
    named = {"DATA": data, "FILE": tmp_path / "file", "NOWHERE": tmp_path / "nowhere"}
    answer = run(*(str(named.get(argument, argument)) for argument in arguments))
    assert said in answer.output
    assert answer.exit_code == status
    assert "Traceback" not in answer.output
    assert answer.stdout == "" or "失败" in answer.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese(command):
    text = run(command, "--help").stdout
    assert text.startswith("用法：")
    assert not [word for word in ("Usage", "Options", "Show this", "x>=", "x<=") if word in text]


@pytest.mark.parametrize(
    ("error", "said", "status"),
    [
        (KeyboardInterrupt(), "已中止", 130),
        (PermissionError(13, "Permission denied", "/data/.lock"), "（/data/.lock）：没有权限", 1),
        (OSError(28, "No space left on device"), "磁盘满了", 1),
        (RuntimeError("unforeseen"), "意料之外", 1),
    ],
)
def test_what_breaks_off(data, monkeypatch, error, said, status):
    def broken(_):
        raise error

    monkeypatch.setattr(web.commands.reports, "Store", broken)
    answer = run("reports", "--data", str(data))
    assert said in answer.stderr
    assert answer.exit_code == status
    assert "Traceback" not in answer.output


def test_what_to_leave_out_is_said_for_few_hits(data):
    few = run("search", "一网通办 行政复议", "--data", str(data)).stdout
    assert few.startswith("2 段")
    assert "去掉一个词，能找到更多：" in few
    assert "去掉 行政复议  3 段" in few


def test_removing_nothing_does_not_build(data):
    assert "可检索" not in run("remove", "nonesuch", "--data", str(data)).output


@pytest.mark.parametrize("coding", ["utf-8-sig", "gb18030"])
def test_corrections_saved_by_a_spreadsheet(tmp_path, coding):
    site(tmp_path, REPORTS)
    path = tmp_path / "corrections.csv"
    path.write_bytes("编号,字段,值,备注\nccccccccccc9,year,2020,看过原文\n".encode(coding))
    assert run("correct", "https://nowhere.example/x", "year=2021", "--data", str(tmp_path)).exit_code == 0
    assert "看过原文" in path.read_text(encoding="utf-8-sig")
    path.write_bytes(b"\xff\xfe\x00")
    answer = run("correct", "https://nowhere.example/x", "year=2021", "--data", str(tmp_path))
    assert "编码无法识别" in answer.stderr


@pytest.mark.parametrize("command", ["add", "clean"])
def test_an_empty_path_is_not_the_folder_one_stands_in(tmp_path, command):
    answer = run(command, "", "--data", str(tmp_path / "data"))
    assert "路径是空的" in answer.stderr
    assert answer.exit_code == 2


def test_output_that_is_not_utf8(data):
    plain, given = (
        CliRunner(charset="gbk").invoke(main, ["search", "一网通办", "--data", str(data), *more])
        for more in ([], ["--json"])
    )
    assert "3 段" in plain.stdout_bytes.decode("gbk")
    assert json.loads(given.stdout_bytes.decode("ascii"))["total"]["sections"] == 3
