"""One damaged record is named once and stops nothing; names cannot steer a terminal; XHTML prints
nothing; markup is bounded."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from material.pages_written import html_page, text_page

from benchmarks.attacks.hostile_pages import LARGEST, SHAPES, shaped
from corpus.errors import LoadError
from corpus.intake.take import take
from corpus.load.bounds import MOST_ATTRIBUTES, check_source
from corpus.store.folder import Store
from web.app import create_app
from web.command import main
from web.commands.speech import visible

DAMAGES = (b"", b"{", b"[]", b"null", b'{"id": 1}', b"\xff\xfe", b"[" * 100_000)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "data")
    for number in range(3):
        take(store, html_page(f"https://songtang.example/{number}.html", year=2020 + number))
    return store


def asked(store, *arguments):
    return CliRunner().invoke(main, [*arguments, "--data", str(store.data)])


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_damaged_record_is_named_and_the_rest_goes_on(store, damage):
    name = store.ids()[1]
    (store.data / "reports" / f"{name}.json").write_bytes(damage)
    for command in (("reports",), ("reports", "--json"), ("coverage",), ("coverage", "--json")):
        answer = asked(store, *command)
        assert answer.exit_code == 1
        assert answer.stderr.count(name) == 1
        assert "松塘" in answer.stdout
    client = create_app(store.data).test_client()
    page = client.get("/coverage")
    assert (page.status_code, page.get_data(as_text=True).count(f"{name}.json")) == (200, 1)
    assert client.get("/reports.jsonl").get_data(as_text=True).count("\n") == 2


@pytest.mark.parametrize("steering", ["\x1b[2J", "\x07", "\r", "\n", "\x9b", "\u202e", "\u2028", "\x7f"])
def test_names_cannot_steer_a_terminal(tmp_path, steering):
    good, bad = tmp_path / f"a{steering}b.txt", tmp_path / f"c{steering}d.txt"
    good.write_bytes(text_page().body)
    bad.write_bytes(b"x")
    store = Store(tmp_path / "data")
    for answer in (
        asked(store, "add", str(good), str(bad), str(tmp_path / f"no{steering}where")),
        asked(store, "clean", str(good), str(bad)),
        asked(store, "reports", "--refused"),
        asked(store, "report", store.ids()[0]),
    ):
        lines = answer.output.split("\n")
        assert steering not in "".join(lines)
        assert not any(line.startswith(("b.txt", "d.txt", "where")) for line in lines)


def test_visible_leaves_what_is_shown():
    assert visible("汕尾　“报告” 1.txt") == "汕尾　“报告” 1.txt"


@pytest.mark.slow
def test_xhtml_prints_nothing(tmp_path):
    path = tmp_path / "a.xhtml"
    head = b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
    path.write_bytes(html_page().body.replace(b"<html>", head))
    code = "from web.command import main; main()"
    command = [sys.executable, "-c", code, "clean", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here: peak memory is not known")
@pytest.mark.parametrize("name", list(SHAPES))
def test_no_page_takes_more_than_it_may(tmp_path, name):
    path = tmp_path / "a.html"
    path.write_bytes(shaped(name, LARGEST))
    code = (
        "import re, sys; from pathlib import Path; from corpus.clean import clean; from corpus.records import Page; "
        "clean(Page('https://a.example/', Path(sys.argv[1]).read_bytes())); "
        # ru_maxrss counts what the parent had when it was started; the kernel's own mark does not.
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]) // 1024)"
    )
    # A second or two; the rest is for machines that do much else.
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    assert int(done.stdout) < 500


@pytest.mark.parametrize("piece", ["x ", "a{n} ", "a{n}='v' ", "a{n}='>'", 'a{n}="<"', "a{n}=v/"])
def test_a_tag_has_so_many_attributes(piece):
    def tag(count):
        return "<div " + "".join(piece.replace("{n}", str(n)) for n in range(count)) + ">"

    check_source(tag(MOST_ATTRIBUTES // 3))
    began = time.monotonic()
    with pytest.raises(LoadError):
        check_source(tag(3 * MOST_ATTRIBUTES))
    assert time.monotonic() - began < 1
