"""No command runs what lies in the folder one happens to stand in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from material.files_written import pdf
from material.pages_written import html_page

COMMAND = Path(sys.executable).with_name("xunzhang")
THEIRS = (
    "bs4",
    "click",
    "filelock",
    "flask",
    "jieba",
    "lxml",
    "numpy",
    "opencc",
    "scrapy",
    "twisted",
    "warcio",
    "whoosh",
)
OURS = ("corpus", "index", "search", "web", "xunzhang")
NAMES = sorted(
    {*sys.stdlib_module_names, *THEIRS, *OURS, "pypdfium2", "docx", "rjieba", "sitecustomize", "usercustomize"}
)
SITES = 110  # reports from which several processes analyse
pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="the command is not installed beside Python")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A folder of modules each of which leaves a trace when it is imported, and a data folder with
    reports."""
    folder = tmp_path_factory.mktemp("hostile")
    trace = folder / "ran"
    for name in NAMES:
        (folder / f"{name}.py").write_text(f"open({str(trace)!r}, 'a').write({name!r} + '\\n')\n")
    for name in OURS:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(f"open({str(trace)!r}, 'a').write({name!r} + '\\n')\n")
    pages = tmp_path_factory.mktemp("pages")
    (pages / "a.pdf").write_bytes(pdf())
    for number in range(SITES):
        page = html_page(zone=f"常州第{number}高新技术产业开发区", figure=number)
        (pages / f"{number}.html").write_bytes(page.body)
    return folder, pages, tmp_path_factory.mktemp("data")


def run(hostile, *arguments, seconds=60):
    folder, _, data = hostile
    environment = {**os.environ, "XUNZHANG_DATA": str(data)}
    environment.pop("PYTHONPATH", None)
    try:
        done = subprocess.run(
            [str(COMMAND), *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        return None
    return done


@pytest.mark.slow
def test_nothing_of_the_current_folder_runs(hostile):
    folder, pages, _data = hostile
    asked = [
        (("add", str(pages)), 0),
        (("build",), 0),
        (("build", "--fresh"), 0),
        (("search", "行政复议"), 0),
        (("reports",), 0),
        (("coverage",), 0),
        (("clean", str(pages / "a.pdf")), 0),
        (("clean", "--stored"), 0),
        (("crawl", "http://127.0.0.1:9/", "--allow-loopback", "--delay", "0", "--timeout", "1"), 1),
        (("remove", "nothing"), 1),
        (("--help",), 0),
    ]
    for arguments, status in asked:
        done = run(hostile, *arguments)
        assert done.returncode == status, (arguments, done.stderr)
    assert run(hostile, "serve", "--port", "0", seconds=3) is None
    assert not (folder / "ran").exists(), (folder / "ran").read_text()
