"""A wheel in an environment where nothing else of ours is: one name, and every command, the site,
both languages, the sample and `import xunzhang` work, whatever modules lie about."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.parse
import urllib.request
import venv
import zipfile
from functools import partial

import pytest
from material.checkout import ROOT, SAMPLE

BUILT_FROM = ("corpus", "index", "search", "web", "xunzhang")
FILES = ("setup.py", "pyproject.toml", "README.md", "LICENSE")
LEFT = shutil.ignore_patterns("*.so", "*.c", "__pycache__")
NAMES = ("corpus", "index", "search", "web")
LIBRARY = """
import sys, xunzhang
corpus = xunzhang.open(sys.argv[1])
found = corpus.search('"免扰清单"', year="2021..2023", limit=None)
first = found[0]
section = corpus.section(first.report, first.section)
print(len(found), found.total, "免扰清单" in section.text, len(corpus.kwic('"免扰清单"')), len(corpus.matrix('"免扰清单"')),
      len(corpus.absent('"免扰清单"')), len(corpus.coverage()), corpus.spread('"免扰清单"').first[0].zone)
from xunzhang.search.loops.chosen import is_compiled
print(is_compiled(), sorted(set(sys.modules) & {"corpus", "index", "search", "web"}))
"""
pytestmark = pytest.mark.slow


def quietly(command, **more):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=900, check=False, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A wheel built from a copy of the checkout, with what is installed here."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in BUILT_FROM:
        shutil.copytree(ROOT / name, source / name, ignore=LEFT)
    for name in FILES:
        shutil.copy(ROOT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-index", "--no-deps"]
    quietly([*pip, "--no-build-isolation", "--wheel-dir", folder, source])
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory, wheel):
    """An environment with the wheel and what it needs; what is installed here editably is not seen,
    for paths of paths are not followed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    quietly([sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel])
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """A folder where somebody's own modules bear the names that ours have in the checkout."""
    folder = tmp_path_factory.mktemp("foreign")
    for name in NAMES:
        (folder / f"{name}.py").write_text(f"raise RuntimeError('this is the {name} of somebody else')\n")
    return folder


@pytest.fixture(scope="module")
def run(environment, foreign, tmp_path_factory):
    """Runs the installed command among foreign modules; gives its exit status and what it said."""
    data = tmp_path_factory.mktemp("data")
    variables = {**os.environ, "XUNZHANG_DATA": str(data), "PYTHONPATH": str(foreign)}

    def run(*arguments, program="xunzhang", started=subprocess.run, **more):
        command = [str(environment / "bin" / program), *map(str, arguments)]
        given = {"cwd": foreign, "env": variables, "text": True, **more}
        if started is not subprocess.run:
            return started(command, **given)
        done = started(command, capture_output=True, timeout=300, check=False, **given)
        return done.returncode, done.stdout + done.stderr

    assert run("add", SAMPLE)[0] == 0
    assert run("build")[0] == 0
    run.data = data
    return run


def test_it_takes_one_name(wheel):
    with zipfile.ZipFile(wheel) as files:
        names = files.namelist()
        tops = {name.partition("/")[0] for name in names}
        assert {top for top in tops if not top.endswith(".dist-info")} == {"xunzhang"}
        sources = [name for name in names if name.endswith((".py", ".pyx", ".pxd", ".pyi"))]
        old = re.compile(rf"^\s*(?:from|import) (?:{'|'.join(NAMES)})\b", re.MULTILINE)
        code = re.compile(r'("""|\'\'\').*?\1', re.DOTALL)
        assert [name for name in sources if old.search(code.sub("", files.read(name).decode()))] == []
        assert "xunzhang/py.typed" in names


def test_whatever_is_in_the_checkout_is_in_the_wheel(wheel):
    """Sources and data of the four folders, and nothing beside them."""
    with zipfile.ZipFile(wheel) as files:
        packed = {name.removeprefix("xunzhang/") for name in files.namelist() if not name.endswith(".so")}
    kept = quietly(["git", "-C", ROOT, "ls-files", *NAMES]).splitlines() if (ROOT / ".git").exists() else []
    missing = {name for name in kept if name not in packed}
    assert {name for name in missing if not re.search(r"(\.md|\.gitattributes|babel\.cfg)$", name)} == set()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--version"], 0, "xunzhang 0"),
        (["--help"], 0, "例如"),
        (["clean", SAMPLE / "qinglanwan-2022.html"], 0, "江门青岚湾经济开发区"),
        (["clean", "--stored"], 0, "份报告有变化"),
        (["build", "--fresh"], 0, "24"),
        (["search", '"免扰清单"', "--limit", "1"], 0, "处"),
        (["search", "火星人"], 1, "没有一段写着"),
        (["search", '"免扰清单"', "--all", "--csv"], 0, "固定链接"),
        (["--lang", "en", "search", '"免扰清单"'], 0, "sections ·"),
        (["matrix", '"免扰清单"'], 0, "合计"),
        (["spread", '"免扰清单"'], 0, "已经写到"),
        (["absent", '"免扰清单"'], 0, "没有写到"),
        (["reports"], 0, "青岚湾"),
        (["coverage"], 0, "24 份报告"),
        (["crawl", "--status"], 0, "还没有抓取过"),
        (["crawl", "http://127.0.0.1:9/", "--allow-loopback", "--delay", "0", "--timeout", "1"], 1, "127.0.0.1:9"),
        (["correct", "https://nowhere.example/x", "year=2021"], 0, "corrections.csv"),
        (["remove", "nothing"], 1, "没有编号为 nothing 的报告"),
    ],
)
def test_every_command(run, arguments, status, said):
    code, text = run(*arguments)
    assert said in text
    assert code == status
    assert "somebody else" not in text


def test_one_report(run):
    identity = run("reports")[1].split()[0]
    assert json.loads(run("report", identity, "--json")[1])["id"] == identity


def test_what_needs_processes_of_its_own(run, tmp_path):
    from material.files_written import pdf

    (tmp_path / "a.pdf").write_bytes(pdf())
    assert run("clean", tmp_path / "a.pdf")[0] == 0


def test_the_library(run):
    lines = run("-c", LIBRARY, run.data, program="python")[1].splitlines()
    found, total, said, *counts, zone = lines[0].split()
    assert found == total
    assert said == "True"
    assert all(int(count) > 0 for count in counts)
    assert zone.endswith("区")
    from search.loops.chosen import is_compiled

    assert lines[1] == f"{is_compiled()} []"


def test_as_a_module(run):
    assert run("-P", "-m", "xunzhang", "reports", program="python")[0] == 0


@pytest.fixture(scope="module")
def site(run):
    """The address of the site that the installed command serves."""
    serving = run("serve", "--port", "0", "--processes", "1", started=partial(subprocess.Popen, stdout=subprocess.PIPE))
    with contextlib.ExitStack() as stack:
        stack.callback(serving.wait, 30)
        stack.callback(serving.terminate)
        stack.callback(serving.stdout.close)
        yield re.search(r"http://[^ ]+", serving.stdout.readline())[0].rstrip("/")


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        ("/", "寻章"),
        ("/?lang=en", "Search"),
        ("/search?q=免扰清单&lang=en", "Sections"),
        ("/static/site.css", "--"),
        ("/static/vendor/VENDORED.toml", "htmx"),
        ("/api/search?q=免扰清单", '"total"'),
        ("/search.atom?q=免扰清单", "<feed"),
        ("/openapi.json", '"openapi"'),
        ("/coverage", "青岚湾"),
        ("/healthz", "ok"),
    ],
)
def test_the_site(site, path, holds):
    with urllib.request.urlopen(site + urllib.parse.quote(path, safe="/?=&"), timeout=60) as answer:
        assert holds in answer.read().decode()


def test_an_index_of_the_checkout_is_said_to_be_another_one(run, sample):
    code, text = run("search", "免扰清单", "--data", sample)
    assert code == 1
    assert "build --fresh" in text
