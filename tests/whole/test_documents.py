"""README and ARCHITECTURE say what is there: commands, routes, files, folders and modules, in lines
one can read."""

import re

import click
import pytest
from click.testing import CliRunner
from material import module_index
from material.checkout import ROOT

from corpus.intake.add import add
from corpus.store.folder import Store
from index.build import build
from web.app import create_app
from web.command import main

README = (ROOT / "README.md").read_text(encoding="utf8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf8")
SAMPLE = ROOT / "corpus" / "sample" / "pages"
WRITTEN = ("ARCHITECTURE.md", "README.md", "CHANGELOG.md", "benchmarks/README.md")
PROSE, ROW = 100, 160  # characters of a line, and of a row of a table
# What every command has, or what belongs to one page only, is said once in prose.
SAID_IN_PROSE = {"--data", "--json", "--help", "--version"}


def commands():
    context = click.Context(main)
    return [(name, main.get_command(context, name)) for name in main.list_commands(context)]


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_is_in_readme(name, command):
    assert f"xunzhang {name}" in README
    assert command.get_short_help_str()


def test_readme_names_no_command_that_is_missing():
    named = set(re.findall(r"^    xunzhang (\w+)", README, re.M))
    assert named == {name for name, _ in commands()}


def test_every_route_is_in_readme_or_openapi(tmp_path):
    app = create_app(tmp_path)
    described = {re.sub(r"{\w+}", "{}", path) for path in app.test_client().get("/openapi.json").json["paths"]}
    rules = (rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api"))
    routes = {re.sub(r"<.*?>", "{}", rule) for rule in rules}
    assert routes - described == set()


@pytest.mark.parametrize("text", [README, ARCHITECTURE], ids=["README", "ARCHITECTURE"])
def test_files_that_are_named_exist(text):
    named = re.findall(r"(?:corpus|index|search|web|tests|benchmarks)/[\w/.-]*\w", text)
    assert {name for name in named if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("name", WRITTEN)
def test_lines_can_be_read(name):
    lines = (ROOT / name).read_text(encoding="utf8").splitlines()
    assert [line for line in lines if len(line) > (ROW if line.startswith("|") else PROSE)] == []


def test_every_folder_has_its_question():
    folders = {f"{path.parent.relative_to(ROOT)}/" for path in module_index.modules()}
    assert set(re.findall(r"^\| `([\w/]+/)` \|", ARCHITECTURE, re.M)) == folders


def test_the_index_of_modules_is_up_to_date():
    assert module_index.PAGE.read_text(encoding="utf8") == module_index.index(), "run `make modules`"


def test_readme_is_short():
    assert len(README.splitlines()) <= 120


def test_the_query_in_readme_gives_what_it_shows(tmp_path):
    query, shown = re.search(r"^    \$ xunzhang (search .*)\n((?:    .*\n|\n)+)", README, re.M).groups()
    store = Store(tmp_path)
    for _ in add(store, [SAMPLE]):
        pass
    build(store, tmp_path / "index")
    arguments = [word.strip("'") for word in re.findall(r"'[^']*'|\S+", query)]
    output = CliRunner().invoke(main, [*arguments, "--data", str(tmp_path)]).output
    for line in filter(None, (line.strip() for line in shown.split("\n"))):
        assert line in output
