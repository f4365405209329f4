"""`make states`: every test but those in a browser and of crawling, with each compiled module
missing and with all of them missing. Not collected by `make test`.

Each state is a copy of this checkout, so that nothing is missing here while it runs; modules are
looked for in the copy first. CC says that nothing can be compiled: a test would miss the module.
"""

import os
import shutil
import subprocess
import sys

import pytest
from material.checkout import ROOT
from material.shared_material import SHARED
from material.twins import MODULES

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "*.egg-info")
COMMAND = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not browser and not crawl")


@pytest.fixture
def copied(tmp_path):
    """A copy of this checkout, beside the same real material."""
    if SHARED.exists():
        (tmp_path / SHARED.name).symlink_to(SHARED)
    return shutil.copytree(ROOT, tmp_path / "checkout", ignore=LEFT_OUT)


def built(root, module):
    """The files that a compiled module was built into."""
    *folders, name = module.split(".")
    return list(root.joinpath(*folders).glob(f"{name}.*.so"))


@pytest.mark.parametrize("missing", [*((name,) for name in MODULES), MODULES], ids=", ".join)
def test_state(copied, missing):
    for module in missing:
        paths = built(copied, module)
        assert paths, f"{module} is not compiled here: there is nothing to leave out"
        for path in paths:
            path.unlink()
    environment = {name: value for name, value in os.environ.items() if name != "XUNZHANG_PURE"}
    environment |= {"PYTHONPATH": str(copied), "CC": "false"}
    assert not subprocess.run(COMMAND, cwd=copied, env=environment, check=False).returncode
