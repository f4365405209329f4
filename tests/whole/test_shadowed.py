"""In a checkout the folders lie at the top: somebody's own module of such a name hides ours, and that
is said. A wheel has one name only (test_wheel.py)."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("name", ["corpus", "index", "search", "web"])
def test_what_hides_a_folder_is_named(tmp_path, name):
    (tmp_path / f"{name}.py").write_text("nothing = 0\n")
    done = subprocess.run(
        [sys.executable, "-c", "import xunzhang; xunzhang.open('data')"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    last = done.stderr.splitlines()[-1]
    assert done.returncode == 1
    assert f"{name}.py 挡住了寻章的 {name}" in last
    assert f"hides the {name} of Xunzhang" in last


def test_without_any_it_is_found(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import xunzhang; print(xunzhang.open)"], cwd=tmp_path, timeout=120, check=False
    )
    assert done.returncode == 0
