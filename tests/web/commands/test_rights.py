"""What was refused is nobody's business, and the superuser is warned."""

import pytest
from click.testing import CliRunner

from corpus.intake.add import add
from corpus.store.folder import Store
from web.app import create_app
from web.command import main
from web.commands.rights import warn_of_root

SECRET = "关于root口令的通知"


@pytest.fixture
def refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{SECRET}\n" + "口令是甲乙丙丁，请各单位遵照执行。\n" * 30)
    store = Store(tmp_path / "data")
    (added,) = add(store, [path])
    assert added.status == "refused"
    return store, added.report.id


@pytest.mark.parametrize("root", [True, False])
def test_the_superuser_is_warned(capsys, root):
    warn_of_root(lambda: root)
    assert ("root" in capsys.readouterr().err) is root


@pytest.mark.parametrize("root", [True, False])
def test_add_warns(tmp_path, monkeypatch, root):
    monkeypatch.setattr("web.commands.rights.is_root", lambda: root)
    answer = CliRunner().invoke(main, ["add", str(tmp_path / "none"), "--data", str(tmp_path / "data")])
    assert ("root" in answer.stderr) is root


@pytest.mark.parametrize(
    "address", ["/r/{}", "/r/{}/receipt", "/api/reports/{}", "/coverage", "/r/{}/s1", "/reports.jsonl"]
)
@pytest.mark.parametrize("lang", ["", "?lang=en"])
def test_nothing_of_a_refused_page_is_shown(refused, address, lang):
    store, name = refused
    answer = create_app(store.data).test_client().get(address.format(name) + lang)
    assert answer.status_code == (200 if "{" not in address else 404)
    text = answer.get_data(as_text=True)
    assert "口令" not in text
    assert address != "/coverage" or "receipt" not in text
